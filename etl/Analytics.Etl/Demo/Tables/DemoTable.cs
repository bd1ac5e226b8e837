namespace Analytics.Etl.Demo.Tables;

/// <summary>A table of an operational system and its rows in one replica.</summary>
/// <param name="Name">Name inside the system.</param>
/// <param name="Columns">Columns in the order of the rows' values.</param>
/// <param name="Rows">The rows of a replica.</param>
internal sealed record DemoTable(string Name, string[] Columns, Func<DemoReplica, IEnumerable<DemoValue[]>> Rows)
{
    public string ColumnList => string.Join(", ", Columns);
}
