using MySqlConnector;

namespace Analytics.Etl.Sources.MySql;

/// <summary>One consistent view of a MySQL or MariaDB source.</summary>
internal sealed class MySqlSnapshot(string source, MySqlConnection connection) : ISourceSnapshot
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> described = new(StringComparer.Ordinal);

    public async Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken) =>
        ContractCheck.Run(mapping, await TypesAsync(mapping, cancellationToken), MySqlTypes.Accepts, MySqlTypes.Expected);

    public Task<IReadOnlyList<SourceColumn>> ColumnsAsync(Mapping mapping, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<SourceColumn>>(mapping, async () =>
        {
            var returned = await MySqlTables.ReturnedAsync(connection, mapping, cancellationToken);
            return
            [
                .. returned.Select(column => new SourceColumn("", column.ColumnName, MySqlTypes.Name(column))),
                .. await ColumnsOfAsync([.. MySqlTables.Of(returned).Select(table => $"{table.Schema}.{table.Table}")], cancellationToken),
            ];
        });

    public async Task<IReadOnlyList<SourceColumn>> ColumnsOfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var columns = new List<SourceColumn>();
        foreach (var parts in tables.Select(table => table.Split('.', 2)))
        {
            columns.AddRange(await MySqlTables.ColumnsAsync(connection, parts[0], parts[^1], cancellationToken));
        }

        return columns;
    }

    public Task<IReadOnlyCollection<UnitPeriod>> TouchedAsync(Mapping mapping, string column, DateTimeOffset since, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyCollection<UnitPeriod>>(mapping, async () =>
        {
            var periods = new HashSet<UnitPeriod>();
            await using var command = Command($"SELECT DISTINCT {MySqlDays.Numbered(mapping.Process.PeriodColumn)} FROM (\n{mapping.Sql}\n) AS contract WHERE {column} > @since");
            command.Parameters.AddWithValue("@since", since.UtcDateTime);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                periods.Add(MySqlDays.UnitOf(reader.IsDBNull(0) ? null : reader.GetInt64(0), mapping.Process.UnitSize));
            }

            return periods;
        });

    public async Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<UnitPeriod, UnitTotals>();
        await ForEachDayAsync(
            mapping,
            null,
            (day, sums) =>
            {
                var unit = MySqlDays.UnitOf(day, mapping.Process.UnitSize);
                totals[unit] = totals.GetValueOrDefault(unit) + sums;
            },
            cancellationToken);
        return totals;
    }

    public async Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken)
    {
        var totals = default(UnitTotals);
        await ForEachDayAsync(mapping, MySqlDays.Filter(mapping.Process.PeriodColumn, unit), (_, sums) => totals += sums, cancellationToken);
        return totals;
    }

    // A snapshot belongs to its connection: neither server can hand it to another one.
    public bool ReadsSideBySide => false;

    public async Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(mapping, cancellationToken);
        var columns = string.Join(", ", mapping.Process.Columns.Select(column => MySqlTypes.Read(column, types[column.Name])));
        return await AskAsync(mapping, async () =>
        {
            var command = Command($"SELECT {columns} FROM (\n{mapping.Sql}\n) AS contract WHERE {MySqlDays.Filter(mapping.Process.PeriodColumn, unit)}");
            return new[] { new MySqlReader(source, command, await command.ExecuteReaderAsync(cancellationToken), mapping.Process.Columns, types) };
        });
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private async Task ForEachDayAsync(Mapping mapping, string? filter, Action<long?, UnitTotals> add, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(mapping, cancellationToken);
        var sql = TotalsSql.Write(
            mapping,
            column => MySqlTypes.Number(column, types[column.Name]),
            columns => TotalsSql.Mix(columns, column => MySqlTypes.Residue(column, types[column.Name])),
            filter,
            MySqlDays.Numbered(mapping.Process.PeriodColumn));
        await AskAsync(mapping, async () =>
        {
            await using var command = Command(sql);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                add(
                    reader.IsDBNull(0) ? null : reader.GetInt64(0),
                    new UnitTotals(reader.GetInt64(1), UnitTotals.Wrap(reader.GetDecimal(2)), UnitTotals.Wrap(reader.GetDecimal(3))));
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
                await using var command = Command($"SELECT * FROM (\n{mapping.Sql}\n) AS contract LIMIT 0");
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                return (await reader.GetColumnSchemaAsync(cancellationToken)).Cast<MySqlDbColumn>()
                    .ToDictionary(column => column.ColumnName, MySqlTypes.Name, StringComparer.Ordinal);
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
        catch (MySqlException exception) when (exception.Number > 0 && connection.State == System.Data.ConnectionState.Open)
        {
            throw new SourceException(new("source.mapping_fails", mapping.Process.Name, source, MySqlErrors.Message(exception)), exception);
        }
        catch (Exception exception) when (exception is MySqlException or IOException)
        {
            throw new SourceException(new("source.broke_off", source, MySqlErrors.Message(exception)), exception);
        }
    }

    private MySqlCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the contract around the office's own mapping file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
