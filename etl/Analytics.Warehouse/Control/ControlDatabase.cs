using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Warehouse.Control;

/// <summary>The control database, made and migrated by dated files that both SQLite and PostgreSQL understand.</summary>
public sealed class ControlDatabase(IDbContextFactory<ControlContext> contexts, TimeProvider clock)
{
    private const string Journal =
        "CREATE TABLE IF NOT EXISTS migration_journal (name varchar(200) NOT NULL PRIMARY KEY, applied_at bigint NOT NULL)";

    /// <summary>A new context; the caller disposes it.</summary>
    public Task<ControlContext> OpenAsync(CancellationToken cancellationToken) => contexts.CreateDbContextAsync(cancellationToken);

    /// <summary>A new context, where there is nothing to wait for; the caller disposes it.</summary>
    public ControlContext Open() => contexts.CreateDbContext();

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        if (context.Database.IsSqlite())
        {
            // Readers and the writer of other processes do not wait for each other.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }

        await context.Database.ExecuteSqlRawAsync(Journal, cancellationToken);
        foreach (var file in Resources.In("Control/Migrations"))
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var applied = await context.Database.ExecuteSqlAsync(
                $"INSERT INTO migration_journal (name, applied_at) VALUES ({file}, {clock.GetUtcNow().ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING",
                cancellationToken);
            if (applied == 1)
            {
                await ExecuteAsync(context, Resources.Text(file), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>The next number of a series, different for every caller, from 1.</summary>
    public async Task<long> NextNumberAsync(string series, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var numbers = await context.Database
            .SqlQuery<long>($"INSERT INTO number_series (name, last_value) VALUES ({series}, 1) ON CONFLICT (name) DO UPDATE SET last_value = number_series.last_value + 1 RETURNING last_value")
            .ToListAsync(cancellationToken);
        return numbers.Single();
    }

    /// <summary>Takes several numbers of a series, one after another; returns the first.</summary>
    public async Task<long> TakeNumbersAsync(string series, int count, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var numbers = await context.Database
            .SqlQuery<long>($"INSERT INTO number_series (name, last_value) VALUES ({series}, {count}) ON CONFLICT (name) DO UPDATE SET last_value = number_series.last_value + {count} RETURNING last_value")
            .ToListAsync(cancellationToken);
        return numbers.Single() - count + 1;
    }

    /// <summary>Now by the clock that all workers share: PostgreSQL's own, or of a file this machine's.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        if (context.Database.IsSqlite())
        {
            return clock.GetUtcNow();
        }

        var now = await context.Database
            .SqlQuery<long>($"SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS \"Value\"")
            .SingleAsync(cancellationToken);
        return DateTimeOffset.FromUnixTimeMilliseconds(now);
    }

    // Plain ADO.NET: the text of a file is not a format string.
    private static async Task ExecuteAsync(ControlContext context, string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction is { } transaction
            ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction)
            : null;
#pragma warning disable CA2100 // The text is one of our own files.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
