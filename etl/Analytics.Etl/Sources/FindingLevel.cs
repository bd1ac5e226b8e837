namespace Analytics.Etl.Sources;

/// <summary>How much a finding matters.</summary>
public enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok = 1,

    /// <summary>Loads run, but somebody should know.</summary>
    Note = 2,

    /// <summary>Has to be put right.</summary>
    Wrong = 3,
}
