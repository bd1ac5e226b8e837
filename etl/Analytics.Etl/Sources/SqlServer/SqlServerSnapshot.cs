using Microsoft.Data.SqlClient;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>One SNAPSHOT transaction of a SQL Server source.</summary>
internal sealed class SqlServerSnapshot(string source, SqlConnection connection) : ISourceSnapshot
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> described = new(StringComparer.Ordinal);

    public async Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken) =>
        ContractCheck.Run(mapping, await TypesAsync(mapping, cancellationToken), SqlServerTypes.Accepts, SqlServerTypes.Expected);

    public async Task<IReadOnlyList<SourceColumn>> ColumnsAsync(Mapping mapping, CancellationToken cancellationToken) =>
    [
        .. (await TypesAsync(mapping, cancellationToken)).Select(column => new SourceColumn("", column.Key, column.Value)),
        .. await ColumnsOfAsync(await AskAsync(mapping, () => SqlServerTables.ReadByAsync(connection, mapping, cancellationToken)), cancellationToken),
    ];

    public Task<IReadOnlyList<SourceColumn>> ColumnsOfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        SqlServerTables.ColumnsAsync(connection, tables, cancellationToken);

    public async Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<UnitPeriod, UnitTotals>();
        await ForEachDayAsync(
            mapping,
            null,
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
        await ForEachDayAsync(mapping, unit, (_, sums) => totals += sums, cancellationToken);
        return totals;
    }

    // A SNAPSHOT transaction belongs to its connection.
    public bool ReadsSideBySide => false;

    public async Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(mapping, cancellationToken);
        return await AskAsync(mapping, async () =>
        {
            var command = Command(SqlServerStatements.Rows(mapping, types, unit));
            return new[] { new SqlServerReader(source, command, await command.ExecuteReaderAsync(cancellationToken), mapping.Process.Columns, types) };
        });
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private async Task ForEachDayAsync(Mapping mapping, UnitPeriod? unit, Action<DateOnly?, UnitTotals> add, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(mapping, cancellationToken);
        await AskAsync(mapping, async () =>
        {
            await using var command = Command(SqlServerStatements.Totals(mapping, types, unit));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                add(
                    reader.IsDBNull(0) ? null : DateOnly.FromDateTime(reader.GetDateTime(0)),
                    new UnitTotals(reader.GetInt64(1), UnitTotals.Wrap(reader.GetDecimal(2)), reader.GetInt64(3)));
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
                await using var command = Command(SqlServerStatements.Describe(mapping));
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetDataTypeName, StringComparer.Ordinal);
            });
            described.Add(mapping.Process.Name, types);
        }

        return types;
    }

    private async Task<T> AskAsync<T>(Mapping mapping, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (SqlException exception) when (exception.Class < 20)
        {
            throw new SourceException(new("source.mapping_fails", mapping.Process.Name, source, SqlServerErrors.Message(exception)), exception);
        }
        catch (Exception exception) when (exception is SqlException or IOException)
        {
            throw new SourceException(new("source.broke_off", source, SqlServerErrors.Message(exception)), exception);
        }
    }

    private SqlCommand Command(string sql) => SqlServerTables.Command(connection, sql);
}
