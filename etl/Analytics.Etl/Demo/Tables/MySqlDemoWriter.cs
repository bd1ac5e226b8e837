using System.Globalization;
using System.Text;
using MySqlConnector;

namespace Analytics.Etl.Demo.Tables;

/// <summary>
/// Writes the systems as tables of one database whose names begin with the system's, because a schema is a database there. Rows
/// become visible together; MySQL cannot make new tables in the same transaction, so until then readers see empty ones.
/// </summary>
internal sealed class MySqlDemoWriter(MySqlConnection connection)
{
    // Many rows a statement; more bring nothing and come near the largest packet of a server.
    private const int RowsPerInsert = 500;

    /// <summary>Drops and creates the tables.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var system in DemoSystem.All)
        {
            await ExecuteAsync(system.TablesSql("mysql"), null, cancellationToken);
        }
    }

    public async Task WriteAsync(DemoReplica replica, MySqlTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var system in DemoSystem.All)
        {
            foreach (var table in system.Tables)
            {
                foreach (var rows in table.Rows(replica).Chunk(RowsPerInsert))
                {
                    await InsertAsync($"{system.Name}_{table.Name}", table, rows, transaction, cancellationToken);
                }
            }
        }
    }

    /// <summary>Gathers statistics.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var system in DemoSystem.All)
        {
            await ExecuteAsync("ANALYZE TABLE " + string.Join(", ", system.Tables.Select(table => $"{system.Name}_{table.Name}")), null, cancellationToken);
        }
    }

    private async Task InsertAsync(string name, DemoTable table, DemoValue[][] rows, MySqlTransaction transaction, CancellationToken cancellationToken)
    {
        var row = "(" + string.Join(",", table.Columns.Select(static _ => "?")) + ")";
        var sql = new StringBuilder($"INSERT INTO {name} ({table.ColumnList}) VALUES ").AppendJoin(',', Enumerable.Repeat(row, rows.Length));
        await using var command = new MySqlCommand(sql.ToString(), connection, transaction) { CommandTimeout = 0 };
        foreach (var value in rows.SelectMany(static values => values))
        {
            command.Parameters.Add(new MySqlParameter { Value = Value(value) });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static object Value(DemoValue value) => value.Kind switch
    {
        DemoValueKind.Number => value.Number,
        DemoValueKind.Text => value.Text!,
        DemoValueKind.Day => value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => DBNull.Value,
    };

    private async Task ExecuteAsync(string sql, MySqlTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
