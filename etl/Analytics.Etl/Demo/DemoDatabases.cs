using Analytics.Etl.Demo.Akimat;
using Analytics.Etl.Demo.Tables;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace Analytics.Etl.Demo;

/// <summary>
/// The demo operational databases: three systems, <c>social</c>, <c>employment</c> and <c>akimat</c>, filled with synthetic data that
/// meet the published figures exactly. SQLite, PostgreSQL and MySQL get the same rows.
/// </summary>
public static class DemoDatabases
{
    /// <summary>Writes <c>social.db</c>, <c>employment.db</c> and <c>akimat.db</c> into a folder; files of these names are replaced when all three are whole.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Task WriteSqliteAsync(string folder, DemoOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        return Task.Run(() => WriteSqlite(folder, options, progress, cancellationToken), cancellationToken);
    }

    /// <summary>False of a folder whose files an earlier version wrote, without the columns that the mappings of this one read.</summary>
    public static bool IsCurrent(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "akimat.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pragma_table_info('target') WHERE name = 'stage'";
        return (long)command.ExecuteScalar()! == 1;
    }

    /// <summary>Drops and creates the schemas <c>social</c>, <c>employment</c> and <c>akimat</c> in the database of the connection string, in one transaction.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static async Task WritePostgresAsync(string connectionString, DemoOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var writer = new PostgresDemoWriter(connection);
        await writer.CreateAsync(cancellationToken);
        foreach (var replica in Replicas(options, progress, cancellationToken))
        {
            await writer.WriteAsync(replica, cancellationToken);
        }
        progress?.Report("demo: indexes");
        await writer.FinishAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Drops and creates the tables <c>social_…</c>, <c>employment_…</c> and <c>akimat_…</c> in the MySQL or MariaDB database of the
    /// connection string; their rows appear together.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static async Task WriteMySqlAsync(string connectionString, DemoOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        var writer = new MySqlDemoWriter(connection);
        await writer.CreateAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var replica in Replicas(options, progress, cancellationToken))
        {
            await writer.WriteAsync(replica, transaction, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        await writer.FinishAsync(cancellationToken);
    }

    private static void WriteSqlite(string folder, DemoOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var files = new SqliteDemoFiles(folder);
        foreach (var replica in Replicas(options, progress, cancellationToken))
        {
            files.Write(replica, cancellationToken);
        }
        progress?.Report("demo: indexes");
        files.Publish(cancellationToken);
    }

    private static IEnumerable<DemoReplica> Replicas(DemoOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var allocations = new AllocationPlan(options);
        for (var number = 0; number < options.Scale; number++)
        {
            progress?.Report($"demo: synthetic region {number + 1} of {options.Scale}");
            yield return DemoReplica.Generate(options, number, allocations, cancellationToken);
        }
    }
}
