using System.Globalization;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>
/// Days in SQLite are text, compared letter by letter. A unit takes what lies between its first day and the next unit's, in that
/// order, so that every value falls in exactly one unit, also one that is no day.
/// </summary>
internal static class SqliteDays
{
    public static string Filter(string column, UnitPeriod unit) => unit.IsUndated
        ? $"({column} IS NULL OR typeof({column}) <> 'text' OR {column} < '{Text(UnitPeriod.Earliest)}' OR {column} >= '{Text(UnitPeriod.TooLate)}')"
        : $"(typeof({column}) = 'text' AND {column} >= '{Text(unit.From)}' AND {column} < '{Text(unit.Until)}')";

    /// <summary>The unit whose filter takes the value.</summary>
    public static UnitPeriod UnitOf(object? value, UnitSize size)
    {
        if (value is not string text
            || string.CompareOrdinal(text, Text(UnitPeriod.Earliest)) < 0
            || string.CompareOrdinal(text, Text(UnitPeriod.TooLate)) >= 0)
        {
            return UnitPeriod.Undated;
        }

        // The last unit that begins at or before the text.
        var (low, high) = (0, size == UnitSize.Month ? 101 * 12 - 1 : 100);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = string.CompareOrdinal(Text(Start(middle, size)), text) <= 0 ? (middle, high) : (low, middle - 1);
        }

        return UnitPeriod.Of(Start(low, size), size);
    }

    private static DateOnly Start(int position, UnitSize size) =>
        size == UnitSize.Month ? UnitPeriod.Earliest.AddMonths(position) : UnitPeriod.Earliest.AddYears(position);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
