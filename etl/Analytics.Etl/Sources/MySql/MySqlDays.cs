using System.Globalization;

namespace Analytics.Etl.Sources.MySql;

/// <summary>
/// Days of MySQL are read as the number yyyymmdd, because a date there may be no day: 0000-00-00, 2020-02-31 or 2020-05-00. They
/// compare as that number, so every value falls in exactly one unit, also one that is no day.
/// </summary>
internal static class MySqlDays
{
    /// <summary>A date as the number yyyymmdd; null stays null.</summary>
    public static string Numbered(string column) => $"CAST({column} + 0 AS SIGNED)";

    /// <summary>
    /// A date as <see cref="Cell.FingerprintNumber"/>. Whether it is null is asked of the number: of a date that must not be null,
    /// `IS NULL` is true for 0000-00-00.
    /// </summary>
    public static string Fingerprint(string column) =>
        $"(CASE WHEN ({column} + 0) IS NULL THEN -3 WHEN from_days(to_days({column})) + 0 = {column} + 0 THEN to_days({column}) - 730485 ELSE -1 END)";

    public static string Filter(string column, UnitPeriod unit) => unit.IsUndated
        ? $"({column} IS NULL OR {column} < {Literal(UnitPeriod.Earliest)} OR {column} >= {Literal(UnitPeriod.TooLate)})"
        : $"({column} >= {Literal(unit.From)} AND {column} < {Literal(unit.Until)})";

    public static Cell Cell(long number)
    {
        var (year, month, day) = Parts(number);
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Cell(CellKind.Date, new DateOnly(year, month, day).DayNumber - Sources.Cell.Epoch.DayNumber, null)
            : Sources.Cell.ImpossibleDate;
    }

    /// <summary>The unit whose filter takes the date: the last that begins at or before it.</summary>
    public static UnitPeriod UnitOf(long? number, UnitSize size)
    {
        if (number is not { } known || known < Number(UnitPeriod.Earliest) || known >= Number(UnitPeriod.TooLate))
        {
            return UnitPeriod.Undated;
        }

        var (year, month, day) = Parts(known);
        var first = new DateOnly(year, Math.Clamp(month, 1, 12), 1);
        var starts = Number(size == UnitSize.Month ? first : new DateOnly(year, 1, 1));
        return UnitPeriod.Of(known >= starts ? first : first.AddDays(-1), size);
    }

    private static (int Year, int Month, int Day) Parts(long number) => ((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100));

    private static long Number(DateOnly day) => (day.Year * 10000L) + (day.Month * 100) + day.Day;

    private static string Literal(DateOnly day) => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
}
