namespace Analytics.Etl.Runs;

/// <summary>How a run came to be open.</summary>
public enum RunOpening
{
    New = 1,

    /// <summary>An earlier run of the same that did not come to its end goes on.</summary>
    Continued = 2,

    /// <summary>Somebody has asked for the same already; nothing more is to be done.</summary>
    AlreadyOpen = 3,
}
