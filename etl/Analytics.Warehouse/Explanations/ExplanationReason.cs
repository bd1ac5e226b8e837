namespace Analytics.Warehouse.Explanations;

/// <summary>Why a change is not explained. Texts are under <c>explain.reason.{code}</c>.</summary>
public enum ExplanationReason
{
    /// <summary>One of the two figures, or a part of one, is not reported.</summary>
    NotReported = 1,

    /// <summary>A part is hidden from this audience, and would follow from the others.</summary>
    Hidden = 2,

    /// <summary>One of the two figures does not exist.</summary>
    NotApplicable = 3,

    /// <summary>A median is no sum of parts.</summary>
    Median = 4,

    /// <summary>The territory has no smaller parts, or the question is of one category or one kind of aid already.</summary>
    NoParts = 5,

    CategoryNotKnown = 6,
    AidNotKnown = 7,

    /// <summary>The indicator is computed of nothing else that is published for the two periods.</summary>
    NoFactors = 8,
}
