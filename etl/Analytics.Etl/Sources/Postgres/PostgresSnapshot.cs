using System.Globalization;
using System.Text;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>One REPEATABLE READ transaction of a PostgreSQL source.</summary>
internal sealed class PostgresSnapshot(string source, NpgsqlConnection connection) : ISourceSnapshot
{
    // Infinity, years before Christ and after 9999 are no days to .NET; like all others outside 2000–2100 they come as nothing.
    private static readonly string PeriodDay =
        $"SELECT (CASE WHEN period_day >= {Day(UnitPeriod.Earliest)} AND period_day < {Day(UnitPeriod.TooLate)} THEN period_day END),";

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> described = new(StringComparer.Ordinal);

    public async Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken) =>
        ContractCheck.Run(mapping, await TypesAsync(mapping, cancellationToken), PostgresTypes.Accepts, PostgresTypes.Expected);

    public async Task<IReadOnlyList<SourceColumn>> ColumnsAsync(Mapping mapping, CancellationToken cancellationToken) =>
    [
        .. (await TypesAsync(mapping, cancellationToken)).Select(column => new SourceColumn("", column.Key, column.Value)),
        .. await PostgresTables.ReadByAsync(connection, mapping.Sql, cancellationToken),
    ];

    public Task<IReadOnlyList<SourceColumn>> ColumnsOfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        PostgresTables.ColumnsAsync(connection, [.. tables.Select(table => table.Split('.', 2)).Select(parts => (parts[0], parts[^1]))], cancellationToken);

    public async Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<UnitPeriod, UnitTotals>();
        await ForEachGroupAsync(mapping, null, (day, group, sums) =>
        {
            var unit = day is { } date ? UnitPeriod.Of(date, mapping.Process.UnitSize) : UnitPeriod.Undated;
            if (!totals.TryGetValue(unit, out var ofUnit))
            {
                totals.Add(unit, ofUnit = new UnitTotals());
            }

            ofUnit.Add(group, sums);
        }, cancellationToken);
        return totals;
    }

    public async Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken)
    {
        var totals = new UnitTotals();
        await ForEachGroupAsync(mapping, Filter(mapping, unit), (_, group, sums) => totals.Add(group, sums), cancellationToken);
        return totals;
    }

    public bool ReadsSideBySide => false;

    public async Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(mapping, cancellationToken);
        var columns = string.Join(", ", mapping.Process.Columns.Select(column => PostgresTypes.Read(column, types[column.Name])));
        var copy = $"COPY (SELECT {columns} FROM (\n{mapping.Sql}\n) AS contract WHERE {Filter(mapping, unit)}) TO STDOUT (FORMAT BINARY)";
        return await AskAsync(mapping, async () =>
            new[] { new PostgresReader(source, await connection.BeginRawBinaryCopyAsync(copy, cancellationToken), mapping.Process.Columns, types) });
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private async Task ForEachGroupAsync(
        Mapping mapping, string? filter, Action<DateOnly?, string, GroupTotals> add, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(mapping, cancellationToken);
        string Number(ContractColumn column) => PostgresTypes.Number(column, types[column.Name]);
        var sql = TotalsSql.Write(
            mapping, Number, numbers => TotalsSql.Residue(numbers, Number), TotalsSql.ResidueSquared, column => column.Name + "::text", filter, fence: "OFFSET 0");
        await AskAsync(mapping, async () =>
        {
            await using var command = Command(sql.Replace("SELECT period_day,", PeriodDay, StringComparison.Ordinal));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var groups = reader.FieldCount - 4;
                var key = string.Join(UnitTotals.Separator, Enumerable.Range(1, groups).Select(column => Text(reader, column)));
                add(
                    reader.IsDBNull(0) ? null : reader.GetFieldValue<DateOnly>(0),
                    key,
                    new GroupTotals(reader.GetInt64(groups + 1), (long)reader.GetDecimal(groups + 2), (long)reader.GetDecimal(groups + 3)));
            }

            return true;
        });
    }

    private async Task<IReadOnlyDictionary<string, string>> TypesAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        if (!described.TryGetValue(mapping.Process.Name, out var types))
        {
            types = await AskAsync(mapping, async () =>
            {
                // A mapping that cannot be run must not end the transaction for the next one.
                await using var savepoint = Command("SAVEPOINT described");
                await savepoint.ExecuteNonQueryAsync(cancellationToken);
                try
                {
                    return await DescribeAsync(mapping, cancellationToken);
                }
                catch (PostgresException) when (connection.State == System.Data.ConnectionState.Open)
                {
                    await using var back = Command("ROLLBACK TO SAVEPOINT described");
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
        await using var command = Command($"SELECT * FROM (\n{mapping.Sql}\n) AS contract LIMIT 0");
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
            throw new SourceException($"The mapping {mapping.Process.Name}.sql of source {source} cannot be run: {PostgresErrors.Message(exception)}", exception);
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException)
        {
            throw new SourceException($"The source {source} broke off: {PostgresErrors.Message(exception)}", exception);
        }
    }

    private NpgsqlCommand Command(string sql) => new(sql, connection) { CommandTimeout = 0 };

    // As bytes, because a database without an encoding may hold what is no UTF-8.
    private static string Text(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? "" : Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(column));

    private static string Filter(Mapping mapping, UnitPeriod unit)
    {
        var column = mapping.Process.PeriodColumn;
        return unit.IsUndated
            ? $"({column} IS NULL OR {column} < {Day(UnitPeriod.Earliest)} OR {column} >= {Day(UnitPeriod.TooLate)})"
            : $"({column} >= {Day(unit.From)} AND {column} < {Day(unit.Until)})";
    }

    private static string Day(DateOnly day) => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
}
