using System.Data.Common;
using System.Globalization;

namespace Analytics.ChaosTests.Sources;

/// <summary>A table of a source that changes all the while. What is committed in it is always known here, too.</summary>
public sealed class SourceTable(string source, string process, int months, string connectionString, Dialect dialect, History history, SharedRandom random) : IDisposable
{
    public const int RowsAMonth = 60;

    private static readonly string[] Districts = ["631000000", "632400000", "634000000", "634600000", "636200000"];

    private readonly SemaphoreSlim turn = new(1, 1);
    private Dictionary<long, SourceRow> rows = [];
    private long lastId;

    public string Source => source;

    public string Process => process;

    /// <summary>Name of the table.</summary>
    public string Name => IsPayments ? "payment" : "package";

    public IReadOnlyList<Unit> Units => [.. Enumerable.Range(1, months).Select(month => new Unit(source, process, month))];

    /// <summary>A copy of what is committed now, as a backup would be.</summary>
    public IReadOnlyCollection<SourceRow> Backup() => [.. rows.Values];

    public async Task CreateAsync()
    {
        var (whole, day) = (dialect.Whole, dialect.Day);
        await ExecuteAsync(IsPayments
            ? $"CREATE TABLE payment (row_id {whole}, month {day}, district_code text, settlement_code text, household_id text, category text, aid text, assigned_tiyn {whole}, paid_tiyn {whole})"
            : $"CREATE TABLE package (row_id {whole}, month {day}, district_code text, settlement_code text, child_id text, category text, amount_tiyn {whole})");
        await ChangeAsync(_ => Enumerable.Range(1, months).SelectMany(month => Enumerable.Range(0, RowsAMonth).Select(_ => NewRow(month))));
    }

    /// <summary>One of the everyday changes, or several of them in one transaction.</summary>
    public Task WriteAsync() => random.Next(5) switch
    {
        0 => InsertAsync(1 + random.Next(5)),
        1 => MoveAsync(1),
        2 => ChangeAsync(now => now.OrderBy(_ => random.Next()).Skip(1 + random.Next(3))),
        _ => ChangeAsync(now => now.Select(row => random.Next(200) == 0 ? row with { Paid = Amount(), IsLargeFamily = random.Next(2) == 0 } : row)),
    };

    public Task InsertAsync(int count) => ChangeAsync(now => now.Concat(Enumerable.Range(0, count).Select(_ => NewRow(1 + random.Next(months)))));

    /// <summary>Rows that go over to another month.</summary>
    public Task MoveAsync(int count) => ChangeAsync(now =>
    {
        var moved = now.OrderBy(_ => random.Next()).Take(count).Select(row => row.Id).ToHashSet();
        return now.Select(row => moved.Contains(row.Id) ? row with { Month = 1 + row.Month % months } : row);
    });

    /// <summary>A fifth of a month is gone for ever.</summary>
    public Task DeleteHardAsync()
    {
        var month = 1 + random.Next(months);
        return ChangeAsync(now => now.Where(row => row.Month != month || random.Next(5) > 0));
    }

    /// <summary>A whole month is gone.</summary>
    public Task EmptyAsync(int month) => ChangeAsync(now => now.Where(row => row.Month != month));

    /// <summary>All that happened since is as if it had not.</summary>
    public Task RestoreAsync(IReadOnlyCollection<SourceRow> backup) => ChangeAsync(_ => backup);

    /// <summary>Rows that are written now and committed later, while others go on.</summary>
    public async Task CommitLateAsync(TimeSpan later)
    {
        var late = Enumerable.Range(0, 3).Select(_ => NewRow(1 + random.Next(months))).ToList();
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var row in late)
        {
            await ExecuteAsync(connection, transaction, Insert(row));
        }

        await Task.Delay(later);
        await turn.WaitAsync();
        try
        {
            await CommitAsync(transaction, [.. rows.Values, .. late]);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs statements that change no valid row: bad rows, other columns.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, null, dialect.Impatience + sql);
    }

    /// <summary>Nobody writes while this goes on.</summary>
    public async Task<IDisposable> StopWritingAsync()
    {
        await turn.WaitAsync();
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private bool IsPayments => process == "benefit_payments";

    private long Amount() => random.Next(1, 100_000) * 100L;

    private SourceRow NewRow(int month)
    {
        var paid = Amount();
        return new(++lastId, month, Districts[random.Next(Districts.Length)], $"P-{random.Next(400)}", random.Next(2) == 0, random.Next(2) == 0, IsPayments ? paid + 100 : 0, paid);
    }

    // Every change is one transaction, of the rows that differ.
    private async Task ChangeAsync(Func<IReadOnlyList<SourceRow>, IEnumerable<SourceRow>> change)
    {
        await turn.WaitAsync();
        try
        {
            var after = change([.. rows.Values]).ToDictionary(row => row.Id);
            await using var connection = await OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var gone in rows.Values.Where(row => !after.TryGetValue(row.Id, out var kept) || kept != row))
            {
                await ExecuteAsync(connection, transaction, string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {Name} WHERE row_id = {gone.Id}"));
            }

            foreach (var added in after.Values.Where(row => !rows.TryGetValue(row.Id, out var had) || had != row).Chunk(200))
            {
                await ExecuteAsync(connection, transaction, Insert(added));
            }

            await CommitAsync(transaction, after.Values);
        }
        finally
        {
            turn.Release();
        }
    }

    // The state is noted first: the loader may see it before this program hears that it is committed.
    private async Task CommitAsync(DbTransaction transaction, IEnumerable<SourceRow> after)
    {
        var next = after.ToDictionary(row => row.Id);
        var before = Units.ToDictionary(unit => unit, unit => Totals.Of(rows.Values.Where(row => row.Month == unit.Month)));
        foreach (var unit in Units)
        {
            history.Add(unit, Totals.Of(next.Values.Where(row => row.Month == unit.Month)));
        }

        try
        {
            await transaction.CommitAsync();
            rows = next;
        }
        catch (DbException)
        {
            if (await IsCommittedAsync(next))
            {
                rows = next;
                return;
            }

            foreach (var unit in Units)
            {
                history.TakeBack(unit, before[unit]);
            }
        }
    }

    // The server died while it committed: it tells when it is back.
    private async Task<bool> IsCommittedAsync(Dictionary<long, SourceRow> next)
    {
        while (true)
        {
            try
            {
                await using var connection = await OpenAsync();
                await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own making.
                command.CommandText = $"SELECT count(*), sum({(IsPayments ? "paid_tiyn" : "amount_tiyn")}) FROM {Name} WHERE row_id > 0";
#pragma warning restore CA2100
                await using var reader = await command.ExecuteReaderAsync();
                await reader.ReadAsync();
                return (reader.GetInt64(0), Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture)) == (next.Count, next.Values.Sum(row => row.Paid));
            }
            catch (DbException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private string Insert(params IEnumerable<SourceRow> added) => $"INSERT INTO {Name} VALUES " + string.Join(", ", added.Select(row =>
    {
        var (category, aid) = (row.IsLargeFamily ? "large_family" : "low_income", row.IsConditional ? "conditional" : "unconditional");
        var amounts = IsPayments ? $"'{aid}', {row.Assigned}, {row.Paid}" : $"{row.Paid}";
        return string.Create(CultureInfo.InvariantCulture, $"({row.Id}, '{Unit.Year}-{row.Month:00}-01', '{row.District}', NULL, '{row.Person}', '{category}', {amounts})");
    }));

    private async Task<DbConnection> OpenAsync()
    {
        var connection = dialect.Connect(connectionString);
        try
        {
            await connection.OpenAsync();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Our own statement, of numbers and words of our own making.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
