using System.Globalization;

namespace Analytics.Dashboard.Pages.Loads;

/// <summary>One table that is loaded by month: a row for each year, a cell for each month; null where nobody has rows.</summary>
public sealed record MonthGrid(string Process, IReadOnlyList<(int Year, IReadOnlyList<UnitCell?> Months)> Years)
{
    public static MonthGrid Of(string process, IReadOnlyList<UnitCell> cells)
    {
        var byPeriod = cells.ToDictionary(cell => cell.Unit.Period);
        var years = byPeriod.Keys.Where(period => period != "undated").Select(period => int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture)).Distinct().Order();
        return new MonthGrid(process, [.. years.Select(year => (year, (IReadOnlyList<UnitCell?>)[.. Enumerable.Range(1, 12).Select(month =>
            byPeriod.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}")))]))]);
    }
}
