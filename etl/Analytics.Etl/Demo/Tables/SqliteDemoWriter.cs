using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

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

    // Bound by position: the library looks its parameters up by name for every row, which takes longer than SQLite's own work.
    private void Write(DemoTable table, IEnumerable<DemoValue[]> rows, CancellationToken cancellationToken)
    {
        var sql = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(_connection.Handle, sql, out var insert));
        using (insert)
        {
            var written = 0;
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    Check(Bind(insert, i + 1, row[i]));
                }
                Check(raw.sqlite3_step(insert));
                Check(raw.sqlite3_reset(insert));
                if (++written % 10_000 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
    }

    private static int Bind(sqlite3_stmt insert, int position, DemoValue value) => value.Kind switch
    {
        DemoValueKind.Number => raw.sqlite3_bind_int64(insert, position, value.Number),
        DemoValueKind.Text => raw.sqlite3_bind_text(insert, position, value.Text),
        DemoValueKind.Day => raw.sqlite3_bind_text(insert, position, value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => raw.sqlite3_bind_null(insert, position),
    };

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
