using Npgsql;
using NpgsqlTypes;

namespace Analytics.Etl.Demo.Tables;

/// <summary>Writes the systems as schemas of one database, by binary COPY, in one transaction: readers see the old data until the new is whole.</summary>
internal sealed class PostgresDemoWriter(NpgsqlConnection connection)
{
    /// <summary>Drops and creates the schemas with empty tables.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var system in DemoSystem.All)
        {
            await ExecuteAsync(
                $"DROP SCHEMA IF EXISTS {system.Name} CASCADE; CREATE SCHEMA {system.Name}; SET LOCAL search_path TO {system.Name}; {system.TablesSql("postgresql")}",
                cancellationToken);
        }
    }

    public async Task WriteAsync(DemoReplica replica, CancellationToken cancellationToken)
    {
        foreach (var system in DemoSystem.All)
        {
            foreach (var table in system.Tables)
            {
                await CopyAsync($"{system.Name}.{table.Name}", table, replica, cancellationToken);
            }
        }
    }

    /// <summary>Creates the indexes and gathers statistics.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var system in DemoSystem.All)
        {
            await ExecuteAsync($"SET LOCAL search_path TO {system.Name}; {system.IndexesSql}", cancellationToken);
            foreach (var table in system.Tables)
            {
                await ExecuteAsync($"ANALYZE {system.Name}.{table.Name}", cancellationToken);
            }
        }
    }

    private async Task CopyAsync(string name, DemoTable table, DemoReplica replica, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in table.Rows(replica))
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                await WriteAsync(copy, value, cancellationToken);
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, DemoValue value, CancellationToken cancellationToken) => value.Kind switch
    {
        DemoValueKind.Number => copy.WriteAsync(value.Number, NpgsqlDbType.Bigint, cancellationToken),
        DemoValueKind.Text => copy.WriteAsync(value.Text!, NpgsqlDbType.Text, cancellationToken),
        DemoValueKind.Day => copy.WriteAsync(value.Day, NpgsqlDbType.Date, cancellationToken),
        _ => copy.WriteNullAsync(cancellationToken),
    };

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
