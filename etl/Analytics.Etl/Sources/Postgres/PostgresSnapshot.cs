using System.Collections.Concurrent;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>One snapshot of a PostgreSQL source: a transaction that exports it, and others that read it at the same time.</summary>
internal sealed class PostgresSnapshot(PostgresConnections connections, NpgsqlConnection first, string exported) : ISourceSnapshot
{
    private readonly ConcurrentBag<NpgsqlConnection> others = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> described = new(StringComparer.Ordinal);

    public bool ReadsSideBySide => true;

    private string Source => connections.Options.Name;

    public async Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken) =>
        ContractCheck.Run(mapping, await TypesAsync(mapping, cancellationToken), PostgresTypes.Accepts, PostgresTypes.Expected);

    public async Task<IReadOnlyList<SourceColumn>> ColumnsAsync(Mapping mapping, CancellationToken cancellationToken) =>
    [
        .. (await TypesAsync(mapping, cancellationToken)).Select(column => new SourceColumn("", column.Key, column.Value)),
        .. await PostgresTables.ReadByAsync(first, mapping.Sql, cancellationToken),
    ];

    public Task<IReadOnlyList<SourceColumn>> ColumnsOfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        PostgresTables.ColumnsAsync(first, [.. tables.Select(table => table.Split('.', 2)).Select(parts => (parts[0], parts[^1]))], cancellationToken);

    public Task<IReadOnlyCollection<UnitPeriod>> TouchedAsync(Mapping mapping, string column, DateTimeOffset since, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyCollection<UnitPeriod>>(mapping, async () =>
        {
            var periods = new HashSet<UnitPeriod>();
            await using var command = new NpgsqlCommand(PostgresSql.Touched(mapping, column, since), first);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                periods.Add(reader.IsDBNull(0) ? UnitPeriod.Undated : UnitPeriod.Of(reader.GetFieldValue<DateOnly>(0), mapping.Process.UnitSize));
            }

            return periods;
        });

    public async Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<UnitPeriod, UnitTotals>();
        var sql = PostgresSql.Totals(mapping, await TypesAsync(mapping, cancellationToken), null);
        await ForEachDayAsync(
            first,
            mapping,
            sql,
            (day, sums) =>
            {
                var unit = day is { } date ? UnitPeriod.Of(date, mapping.Process.UnitSize) : UnitPeriod.Undated;
                totals[unit] = totals.GetValueOrDefault(unit) + sums;
            },
            cancellationToken);
        return totals;
    }

    public async Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken)
    {
        var totals = default(UnitTotals);
        var sql = PostgresSql.Totals(mapping, await TypesAsync(mapping, cancellationToken), unit);
        await ForEachDayAsync(await AnotherAsync(cancellationToken), mapping, sql, (_, sums) => totals += sums, cancellationToken);
        return totals;
    }

    public async Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(mapping, cancellationToken);
        var readers = new List<ISourceReader>();
        foreach (var part in await PartsAsync(mapping, types, unit, parts, cancellationToken))
        {
            var connection = readers.Count == 0 ? first : await AnotherAsync(cancellationToken);
            var copy = PostgresSql.Copy(mapping, types, unit, part);
            readers.Add(await AskAsync(mapping, async () =>
            {
                var stream = await connection.BeginRawBinaryCopyAsync(copy, cancellationToken);
                var bytes = new PostgresCopy(stream, TimeSpan.FromSeconds(connections.Options.TimeoutSeconds));
                return new PostgresReader(Source, bytes, connections.Encoding, mapping.Process, types);
            }));
        }

        return readers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in others)
        {
            await connection.DisposeAsync();
        }

        await first.DisposeAsync();
    }

    // Ranges of the rows' own numbers; one range when they are few, or no whole numbers.
    private async Task<IReadOnlyList<KeyRange>> PartsAsync(
        Mapping mapping, IReadOnlyDictionary<string, string> types, UnitPeriod unit, int parts, CancellationToken cancellationToken)
    {
        if (parts == 1 || unit.IsUndated || !PostgresTypes.IsWhole(types[mapping.Process.Columns[0].Name]))
        {
            return [KeyRange.All];
        }

        return await AskAsync(mapping, async () =>
        {
            await using var command = new NpgsqlCommand(PostgresSql.Bounds(mapping, unit), first);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) && !reader.IsDBNull(1)
                ? KeyRange.Divide(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(0), parts)
                : [KeyRange.All];
        });
    }

    // A transaction of its own connection that sees the same snapshot.
    private async Task<NpgsqlConnection> AnotherAsync(CancellationToken cancellationToken)
    {
        var connection = await connections.JoinAsync(exported, cancellationToken);
        others.Add(connection);
        return connection;
    }

    private Task<bool> ForEachDayAsync(
        NpgsqlConnection connection, Mapping mapping, string sql, Action<DateOnly?, UnitTotals> add, CancellationToken cancellationToken) => AskAsync(mapping, async () =>
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            add(
                reader.IsDBNull(0) ? null : reader.GetFieldValue<DateOnly>(0),
                new UnitTotals(
                    reader.GetInt64(1), UnitTotals.Wrap(reader.GetDecimal(2)), PostgresMix.OfDay(UnitTotals.Wrap(reader.GetDecimal(3)), reader.GetInt64(4))));
        }

        return true;
    });

    private async Task<IReadOnlyDictionary<string, string>> TypesAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        if (!described.TryGetValue(mapping.Process.Name, out var types))
        {
            types = await AskAsync(mapping, async () =>
            {
                // A mapping that cannot be run must not end the transaction for the next one.
                await using var savepoint = new NpgsqlCommand("SAVEPOINT described", first);
                await savepoint.ExecuteNonQueryAsync(cancellationToken);
                try
                {
                    return await DescribeAsync(mapping, cancellationToken);
                }
                catch (PostgresException) when (first.State == System.Data.ConnectionState.Open)
                {
                    await using var back = new NpgsqlCommand("ROLLBACK TO SAVEPOINT described", first);
                    await back.ExecuteNonQueryAsync(cancellationToken);
                    throw;
                }
            });
            described.Add(mapping.Process.Name, types);
        }

        return types;
    }

    private async Task<Dictionary<string, string>> DescribeAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT * FROM (\n{mapping.Sql}\n) AS contract LIMIT 0", first);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetDataTypeName, StringComparer.Ordinal);
    }

    private async Task<T> AskAsync<T>(Mapping mapping, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (PostgresException exception)
        {
            throw new SourceException(new("source.mapping_fails", mapping.Process.Name, Source, PostgresErrors.Message(exception)), exception);
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
        {
            throw new SourceException(new("source.broke_off", Source, PostgresErrors.Message(exception)), exception);
        }
    }
}
