namespace Analytics.Warehouse.Indicators;

/// <summary>How an indicator accumulates over months and districts.</summary>
public enum Accumulation
{
    /// <summary>Adds up over months and districts.</summary>
    Flow = 1,

    /// <summary>A level at a moment: adds up over districts, not over months.</summary>
    Stock = 2,

    /// <summary>A count of different families or people: adds up over nothing, computed anew in every cell.</summary>
    Distinct = 3,

    /// <summary>A ratio or a median: computed last, never averaged.</summary>
    Ratio = 4,
}
