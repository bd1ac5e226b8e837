namespace Analytics.Etl.Sources.Files;

/// <summary>A file of tables.</summary>
internal interface ITableFile : IDisposable
{
    /// <summary>The sheets that people see, in their order.</summary>
    IReadOnlyList<string> Sheets { get; }

    ITable Open(string sheet);
}
