namespace Analytics.Warehouse.Targets;

/// <summary>How far a plan has come. Codes: <c>approved</c>, <c>refined</c>, <c>adjusted</c> (утверждённый, уточнённый, скорректированный).</summary>
public enum TargetStage
{
    /// <summary>Approved before or at the beginning of the year.</summary>
    Approved = 1,

    /// <summary>Refined in the course of the year.</summary>
    Refined = 2,

    /// <summary>Adjusted to the means that there are.</summary>
    Adjusted = 3,
}
