namespace Analytics.Etl.Sources;

/// <summary>Kinds of source.</summary>
public enum SourceKind
{
    Sqlite = 1,
    Postgresql = 2,

    /// <summary>A folder into which CSV and XLSX files are dropped.</summary>
    Folder = 10,
}
