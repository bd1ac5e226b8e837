using System.Globalization;
using Analytics.Warehouse.Facts;

namespace Analytics.Warehouse.Publications;

/// <summary>
/// Which months of each fact table the units of a publication cover: from the first to the last, so that a month without rows
/// between them is a true zero. A yearly unit of events covers its year to the last event; of plans and stocks the whole year.
/// </summary>
internal static class PublishedMonths
{
    private static readonly HashSet<string> WholeYear = ["fact_population", "fact_target", "fact_allocation"];

    /// <summary>True of plans and stocks, whose months do not close one after another.</summary>
    public static bool IsOfWholeYears(string fact) => WholeYear.Contains(fact);

    public static IReadOnlyDictionary<string, MonthRange> Of(IEnumerable<PublishedUnit> units) => units
        .Select(unit => (Fact: FactTables.OfProcess(unit.Table), Months: Months(unit)))
        .Where(unit => unit is { Fact: not null and not FactTables.Settlements, Months: not null })
        .GroupBy(unit => unit.Fact!, unit => unit.Months!)
        .ToDictionary(
            group => group.Key,
            group => new MonthRange(group.Min(months => months.First), group.Max(months => months.Last)),
            StringComparer.Ordinal);

    private static MonthRange? Months(PublishedUnit unit)
    {
        if (DateOnly.TryParseExact(unit.Period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new MonthRange(month, month);
        }

        if (!int.TryParse(unit.Period, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || unit.LastDay is not { } lastDay)
        {
            return null;
        }

        var last = WholeYear.Contains(FactTables.OfProcess(unit.Table)!) ? 12 : lastDay.Month;
        return new MonthRange(new DateOnly(year, 1, 1), new DateOnly(year, last, 1));
    }
}
