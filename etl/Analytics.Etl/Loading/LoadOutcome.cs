namespace Analytics.Etl.Loading;

/// <summary>What became of a unit of loading.</summary>
public enum LoadOutcome
{
    /// <summary>Loaded, and found equal to the source.</summary>
    Loaded = 1,

    /// <summary>Not published; the warehouse holds what it held.</summary>
    Failed = 2,

    /// <summary>Another worker has it.</summary>
    Busy = 3,

    /// <summary>Only looked at.</summary>
    Due = 4,

    /// <summary>Not loaded: an operator must confirm that many rows are gone at the source.</summary>
    Held = 5,
}
