using Microsoft.Data.SqlClient;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>From which tables a mapping's columns come, as SQL Server describes its result.</summary>
internal static class SqlServerTables
{
    private const string Described =
        "FROM sys.dm_exec_describe_first_result_set(@sql, NULL, 1) WHERE source_table IS NOT NULL AND source_schema IS NOT NULL";

    /// <summary>The tables as <c>dbo.payment</c>; none when the server cannot tell.</summary>
    public static async Task<IReadOnlyList<string>> ReadByAsync(SqlConnection connection, Mapping mapping, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(connection, $"SELECT DISTINCT source_schema + '.' + source_table {Described}", cancellationToken, ("@sql", mapping.Sql))).Select(row => row[0])];

    /// <summary>Schema, table and column behind a column of the mapping; empty when it is computed.</summary>
    public static Task<IReadOnlyList<string[]>> BehindAsync(SqlConnection connection, Mapping mapping, string column, CancellationToken cancellationToken) =>
        RowsAsync(connection, $"SELECT source_schema, source_table, source_column {Described} AND name = @name", cancellationToken, ("@sql", mapping.Sql), ("@name", column));

    public static async Task<IReadOnlyList<SourceColumn>> ColumnsAsync(SqlConnection connection, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var columns = new List<SourceColumn>();
        foreach (var table in tables)
        {
            var parts = table.Split('.', 2);
            var rows = await RowsAsync(
                connection,
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = @schema AND table_name = @table ORDER BY ordinal_position",
                cancellationToken,
                ("@schema", parts[0]), ("@table", parts[^1]));
            columns.AddRange(rows.Select(row => new SourceColumn(table, row[0], row[1])));
        }

        return columns;
    }

    public static async Task<IReadOnlyList<string[]>> RowsAsync(
        SqlConnection connection, string sql, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        await using var command = Command(connection, sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        var rows = new List<string[]>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }

    public static SqlCommand Command(SqlConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the contract around the office's own mapping file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
