using System.Globalization;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>The statements of PostgreSQL's dialect. Only names of the contract, days, whole numbers and the mapping itself enter them.</summary>
internal static class PostgresSql
{
    // Infinity, years before Christ and after 9999 are no days to .NET; like all others outside 2000–2100 they come as nothing.
    private static readonly string PeriodDay =
        $"(CASE WHEN period_day >= {Day(UnitPeriod.Earliest)} AND period_day < {Day(UnitPeriod.TooLate)} THEN period_day END)";

    private static readonly ContractColumn PeriodColumn = new("period_day", ColumnKind.Date);

    /// <summary>Totals by day, of one unit or of all: day, rows, money, sum of the hashes, and the day's number in the fingerprint.</summary>
    public static string Totals(Mapping mapping, IReadOnlyDictionary<string, string> types, UnitPeriod? unit)
    {
        var money = TotalsSql.Money(mapping.Process.Columns, column => PostgresTypes.Number(column, types[column.Name]));
        return $"""
            SELECT {PeriodDay}, count(*), sum(money), sum(hash), {PostgresTypes.Number(PeriodColumn, "date")}
            FROM (
            SELECT {mapping.Process.PeriodColumn} AS period_day, {money} AS money, {PostgresMix.Sql(mapping.Process, types)} AS hash
            FROM (
            {mapping.Sql}
            ) AS contract{(unit is null ? "" : " WHERE " + Filter(mapping, unit))}
            ) AS numbered
            GROUP BY period_day
            """;
    }

    /// <summary>Days of the rows that were written since a moment.</summary>
    public static string Touched(Mapping mapping, string column, DateTimeOffset since) =>
        $"SELECT {PeriodDay} AS day FROM (SELECT DISTINCT {mapping.Process.PeriodColumn} AS period_day FROM (\n{mapping.Sql}\n) AS contract WHERE {column} > TIMESTAMPTZ '{since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}+00') AS touched";

    /// <summary>Number, smallest and largest key of a unit's rows.</summary>
    public static string Bounds(Mapping mapping, UnitPeriod unit) =>
        $"SELECT count(*), min({Key(mapping)})::bigint, max({Key(mapping)})::bigint FROM (\n{mapping.Sql}\n) AS contract WHERE {Filter(mapping, unit)}";

    /// <summary>Reads a range of a unit's rows.</summary>
    public static string Copy(Mapping mapping, IReadOnlyDictionary<string, string> types, UnitPeriod unit, KeyRange range)
    {
        var columns = string.Join(", ", mapping.Process.Columns.Select(column => PostgresTypes.Read(column, types[column.Name])));
        return $"COPY (SELECT {columns} FROM (\n{mapping.Sql}\n) AS contract WHERE {Filter(mapping, unit)}{range.Condition(Key(mapping))}) TO STDOUT (FORMAT BINARY)";
    }

    private static string Key(Mapping mapping) => mapping.Process.Columns[0].Name;

    private static string Filter(Mapping mapping, UnitPeriod unit)
    {
        var column = mapping.Process.PeriodColumn;
        return unit.IsUndated
            ? $"({column} IS NULL OR {column} < {Day(UnitPeriod.Earliest)} OR {column} >= {Day(UnitPeriod.TooLate)})"
            : $"({column} >= {Day(unit.From)} AND {column} < {Day(unit.Until)})";
    }

    private static string Day(DateOnly day) => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
}
