namespace Analytics.Etl.Demo.Tables;

/// <summary>An operational system: a file in SQLite, a schema in PostgreSQL.</summary>
internal sealed record DemoSystem(string Name, IReadOnlyList<DemoTable> Tables)
{
    public static readonly IReadOnlyList<DemoSystem> All =
    [
        new("social", [.. DirectoryTables.All, .. SocialTables.All]),
        new("employment", [.. DirectoryTables.All, .. EmploymentTables.All]),
        new("akimat", [.. DirectoryTables.All, .. AkimatTables.All]),
    ];

    /// <summary>Creates the tables; the dialect is <c>sqlite</c> or <c>postgresql</c>.</summary>
    public string TablesSql(string dialect) => Resource($"{Name}.{dialect}.sql");

    /// <summary>Creates the indexes, after the rows; the same text for both dialects.</summary>
    public string IndexesSql => Resource($"{Name}.indexes.sql");

    private static string Resource(string file)
    {
        using var stream = typeof(DemoSystem).Assembly.GetManifestResourceStream($"Demo/Schemas/{file}")
            ?? throw new InvalidOperationException($"The schema {file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
