using System.Data;
using MySqlConnector;

namespace Analytics.Etl.Sources.MySql;

/// <summary>From which tables a mapping's columns come, as the server says of the columns it returns.</summary>
internal static class MySqlTables
{
    /// <summary>The columns that a mapping returns, with their origin. No row is read.</summary>
    public static async Task<IReadOnlyList<MySqlDbColumn>> ReturnedAsync(MySqlConnection connection, Mapping mapping, CancellationToken cancellationToken)
    {
        // Run as it is: of a subquery the server would name the subquery.
        await LimitAsync(connection, "0", cancellationToken);
        try
        {
#pragma warning disable CA2100 // The office's own mapping file.
            await using var command = new MySqlCommand(mapping.Sql, connection);
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
            return [.. (await reader.GetColumnSchemaAsync(cancellationToken)).Cast<MySqlDbColumn>()];
        }
        finally
        {
            await LimitAsync(connection, "18446744073709551615", CancellationToken.None);
        }
    }

    public static IReadOnlyList<(string Schema, string Table)> Of(IEnumerable<MySqlDbColumn> columns) =>
        [.. columns.Where(column => !string.IsNullOrEmpty(column.BaseTableName) && !string.IsNullOrEmpty(column.BaseSchemaName))
            .Select(column => (column.BaseSchemaName!, column.BaseTableName!)).Distinct()];

    /// <summary>All columns of a table.</summary>
    public static async Task<IReadOnlyList<SourceColumn>> ColumnsAsync(MySqlConnection connection, string schema, string table, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(
            "SELECT column_name, column_type FROM information_schema.columns WHERE table_schema = @schema AND table_name = @table ORDER BY ordinal_position", connection);
        command.Parameters.AddWithValue("schema", schema);
        command.Parameters.AddWithValue("table", table);
        var columns = new List<SourceColumn>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            columns.Add(new SourceColumn($"{schema}.{table}", reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    private static async Task LimitAsync(MySqlConnection connection, string rows, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // One of two constants.
        await using var command = new MySqlCommand($"SET SESSION sql_select_limit = {rows}", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
