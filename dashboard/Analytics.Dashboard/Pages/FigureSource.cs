using System.Globalization;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Pages;

/// <summary>What a figure rests on: the units of one source and process within its period.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Process">Process.</param>
/// <param name="Units">Units, oldest first.</param>
public sealed record FigureSource(string Source, string Process, IReadOnlyList<PublishedUnit> Units)
{
    public long Rows => Units.Sum(unit => unit.Rows);

    /// <summary>When all of them had been compared with the source.</summary>
    public DateTimeOffset VerifiedAt => Units.Min(unit => unit.VerifiedAt);

    public long LastLoad => Units.Max(unit => unit.LoadId);

    /// <summary>Money of the rows, in tenge; zero where they hold none.</summary>
    public decimal Money => Units.Sum(unit => unit.Amount);

    public static IReadOnlyList<FigureSource> Of(Publication publication, Indicator indicator, Period period)
    {
        var facts = indicator.Measures.Select(measure => measure.Fact).ToHashSet(StringComparer.Ordinal);
        return [.. publication.Units
            .Where(unit => unit.Rows > 0 && facts.Contains(FactTables.OfProcess(unit.Table) ?? "") && Holds(unit.Period, period))
            .GroupBy(unit => (unit.Source, unit.Table))
            .Select(group => new FigureSource(group.Key.Source, group.Key.Table, [.. group]))];
    }

    /// <summary>True when rows of a unit can belong to a period: it is a month of it, its year, or the rows without a date.</summary>
    public static bool Holds(string unit, Period period)
    {
        var year = period.Year.ToString("0000", CultureInfo.InvariantCulture);
        return unit.Length < 4 || !char.IsAsciiDigit(unit[0]) || unit == year
            || (Period.TryParse(unit, out var month) && period.FirstDay <= month.FirstDay && month.LastDay <= period.LastDay);
    }
}
