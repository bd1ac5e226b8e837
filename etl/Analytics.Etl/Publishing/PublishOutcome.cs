namespace Analytics.Etl.Publishing;

/// <summary>What came of an attempt to publish.</summary>
public enum PublishOutcome
{
    Published = 1,

    /// <summary>All that is verified is published already.</summary>
    NothingNew = 2,

    /// <summary>Some unit is being loaded; the publication is made after it.</summary>
    LoadsAtWork = 3,

    /// <summary>Another worker is publishing.</summary>
    Busy = 4,

    /// <summary>An operator has returned to an earlier publication; it stays until the operator goes on.</summary>
    Pinned = 5,

    /// <summary>The keys of people are being made anew; what has the old ones is loaded first.</summary>
    KeysInRotation = 6,
}
