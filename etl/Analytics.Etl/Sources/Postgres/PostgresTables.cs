using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>The tables from which a mapping reads, as PostgreSQL's plan tells; a partition counts as its whole table.</summary>
internal static class PostgresTables
{
    /// <summary>All columns of the tables that a statement reads; nothing when the plan cannot be had.</summary>
    public static async Task<IReadOnlyList<SourceColumn>> ReadByAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, "SAVEPOINT plan", cancellationToken);
        try
        {
            return await ColumnsAsync(connection, PostgresPlan.Tables(await PostgresPlan.NodesAsync(connection, sql, cancellationToken)), cancellationToken);
        }
        catch (PostgresException)
        {
            await ExecuteAsync(connection, "ROLLBACK TO SAVEPOINT plan", cancellationToken);
            return [];
        }
    }

    public static async Task<IReadOnlyList<SourceColumn>> ColumnsAsync(
        NpgsqlConnection connection, IReadOnlyList<(string Schema, string Name)> tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            WITH read AS (
              SELECT DISTINCT coalesce(pg_partition_root(class.oid), class.oid) AS oid
              FROM unnest(@schemas, @names) AS named (schema_name, table_name)
              JOIN pg_namespace AS space ON space.nspname = named.schema_name
              JOIN pg_class AS class ON class.relnamespace = space.oid AND class.relname = named.table_name)
            SELECT space.nspname || '.' || class.relname, attribute.attname::text, format_type(attribute.atttypid, attribute.atttypmod)
            FROM read
            JOIN pg_class AS class ON class.oid = read.oid
            JOIN pg_namespace AS space ON space.oid = class.relnamespace
            JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attribute.attnum > 0 AND NOT attribute.attisdropped
            ORDER BY 1, attribute.attnum
            """,
            connection);
        command.Parameters.AddWithValue("schemas", tables.Select(table => table.Schema).ToArray());
        command.Parameters.AddWithValue("names", tables.Select(table => table.Name).ToArray());
        var columns = new List<SourceColumn>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            columns.Add(new SourceColumn(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return columns;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Only constants of this file.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
