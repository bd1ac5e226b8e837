namespace Analytics.Etl.Sources;

/// <summary>Kinds of source database.</summary>
public enum SourceKind
{
    Sqlite = 1,
    Postgresql = 2,
}
