using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Analytics.Etl.Demo.Tables;

/// <summary>Writes one system into a file of its own. Days are text, money whole tiyn.</summary>
internal sealed class SqliteDemoWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly DemoSystem _system;
    private SqliteTransaction? _transaction;

    /// <summary>Creates the file with empty tables. It is no database for readers until <see cref="Finish"/>: a crash loses it whole.</summary>
    public SqliteDemoWriter(string path, DemoSystem system)
    {
        _system = system;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            _connection.Open();
            Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -64000");
            _transaction = _connection.BeginTransaction();
            Execute(system.TablesSql("sqlite"));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Write(DemoReplica replica, CancellationToken cancellationToken)
    {
        foreach (var table in _system.Tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(table, table.Rows(replica), cancellationToken);
        }
    }

    public void Finish()
    {
        Execute(_system.IndexesSql);
        _transaction?.Commit();
        _transaction = null;
        Execute("ANALYZE");
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        _connection.Dispose();
    }

    private void Write(DemoTable table, IEnumerable<DemoValue[]> rows, CancellationToken cancellationToken)
    {
        using var insert = _connection.CreateCommand();
        insert.Transaction = _transaction;
        insert.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(column => "@" + column))})";
        var parameters = table.Columns.Select(column => insert.Parameters.Add(new SqliteParameter { ParameterName = "@" + column })).ToArray();
        insert.Prepare();
        var written = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = Value(row[i]);
            }
            insert.ExecuteNonQuery();
            if (++written % 10_000 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static object Value(DemoValue value) => value.Kind switch
    {
        DemoValueKind.Number => value.Number,
        DemoValueKind.Text => value.Text!,
        DemoValueKind.Day => value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => DBNull.Value,
    };

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
