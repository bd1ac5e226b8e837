using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>One read transaction of a SQLite source.</summary>
internal sealed class SqliteSnapshot(string source, SqliteConnection connection) : ISourceSnapshot
{
    private static readonly string[] Floating = ["REAL", "FLOA", "DOUB", "DECIMAL", "NUMERIC"];

    public Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var types = Ask(mapping, () =>
        {
            using var command = Command($"SELECT * FROM (\n{mapping.Sql}\n) AS contract LIMIT 0");
            using var reader = command.ExecuteReader();
            return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => reader.GetDataTypeName(column) ?? "", StringComparer.Ordinal);
        });
        ContractCheck.Run(mapping, types, Accepts, static _ => "INTEGER, in tiyn: SQLite keeps other numbers as floating point");
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SourceColumn>> ColumnsAsync(Mapping mapping, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceColumn>>(Ask(mapping, () => SqliteTables.Returned(connection, mapping).ToList()));

    public Task<IReadOnlyList<SourceColumn>> ColumnsOfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceColumn>>([.. tables.SelectMany(table => SqliteTables.Columns(connection, table))]);

    public Task<IReadOnlyCollection<UnitPeriod>> TouchedAsync(Mapping mapping, string column, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<UnitPeriod>>(Ask(mapping, () =>
        {
            var periods = new HashSet<UnitPeriod>();
            using var command = Command($"SELECT DISTINCT {mapping.Process.PeriodColumn} FROM (\n{mapping.Sql}\n) AS contract WHERE {column} > $since");
            command.Parameters.AddWithValue("$since", since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                periods.Add(SqliteDays.UnitOf(reader.GetValue(0), mapping.Process.UnitSize));
            }

            return periods;
        }));

    public Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<UnitPeriod, UnitTotals>();
        ForEachDay(
            mapping,
            null,
            (day, sums) =>
            {
                var unit = SqliteDays.UnitOf(day, mapping.Process.UnitSize);
                totals[unit] = totals.GetValueOrDefault(unit) + sums;
            },
            cancellationToken);
        return Task.FromResult<IReadOnlyDictionary<UnitPeriod, UnitTotals>>(totals);
    }

    public Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken)
    {
        var totals = default(UnitTotals);
        ForEachDay(mapping, SqliteDays.Filter(mapping.Process.PeriodColumn, unit), (_, sums) => totals += sums, cancellationToken);
        return Task.FromResult(totals);
    }

    // The transaction belongs to the one connection.
    public bool ReadsSideBySide => false;

    public Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", mapping.Process.Columns.Select(SqliteFunctions.Read));
        var filter = SqliteDays.Filter(mapping.Process.PeriodColumn, unit);
        return Task.FromResult<IReadOnlyList<ISourceReader>>(Ask(mapping, () =>
        {
            var command = Command($"SELECT {columns} FROM (\n{mapping.Sql}\n) AS contract WHERE {filter}");
            return new[] { new SqliteReader(source, command, command.ExecuteReader(), mapping.Process.Columns) };
        }));
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private void ForEachDay(Mapping mapping, string? filter, Action<object?, UnitTotals> add, CancellationToken cancellationToken)
    {
        var sql = TotalsSql.Write(mapping, SqliteFunctions.Number, SqliteFunctions.Mix, filter);
        Ask(mapping, () =>
        {
            using var command = Command(sql);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                add(reader.GetValue(0), new UnitTotals(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
            }

            return true;
        });
    }

    private T Ask<T>(Mapping mapping, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException exception)
        {
            throw new SourceException(new("source.mapping_fails", mapping.Process.Name, source, exception.Message), exception);
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the contract around the office's own mapping file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }

    private static bool Accepts(ContractColumn column, string type) =>
        column.Kind != ColumnKind.Money || !Floating.Any(name => type.Contains(name, StringComparison.OrdinalIgnoreCase));
}
