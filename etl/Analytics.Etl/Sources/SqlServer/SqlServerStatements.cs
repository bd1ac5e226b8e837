using System.Globalization;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>The statements that are sent to SQL Server: names of the contract around the office's own mapping.</summary>
internal static class SqlServerStatements
{
    public static string Describe(Mapping mapping) => $"SELECT TOP (0) * FROM (\n{mapping.Sql}\n) AS contract";

    // Counts and sums in types that a large table does not overflow.
    public static string Totals(Mapping mapping, IReadOnlyDictionary<string, string> types, UnitPeriod? unit) => TotalsSql
        .Write(
            mapping,
            column => SqlServerTypes.Number(column, types[column.Name]),
            columns => TotalsSql.Mix(columns, column => SqlServerTypes.Residue(column, types[column.Name])),
            unit is null ? null : Filter(mapping, unit))
        .Replace("count(*), sum(money), sum(", "count_big(*), sum(CAST(money AS decimal(38, 0))), sum(", StringComparison.Ordinal);

    public static string Rows(Mapping mapping, IReadOnlyDictionary<string, string> types, UnitPeriod unit)
    {
        var columns = string.Join(", ", mapping.Process.Columns.Select(column => SqlServerTypes.Read(column, types[column.Name])));
        return $"SELECT {columns} FROM (\n{mapping.Sql}\n) AS contract WHERE {Filter(mapping, unit)}";
    }

    public static string Filter(Mapping mapping, UnitPeriod unit)
    {
        var column = mapping.Process.PeriodColumn;
        return unit.IsUndated
            ? $"({column} IS NULL OR {column} < {Day(UnitPeriod.Earliest)} OR {column} >= {Day(UnitPeriod.TooLate)})"
            : $"({column} >= {Day(unit.From)} AND {column} < {Day(unit.Until)})";
    }

    // Without dashes a day is read alike in every language of a login.
    private static string Day(DateOnly day) => $"CAST('{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}' AS date)";
}
