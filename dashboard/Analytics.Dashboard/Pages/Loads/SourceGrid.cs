using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Pages.Loads;

/// <summary>All units of one source.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Monthly">Tables loaded by month.</param>
/// <param name="Years">Years of the tables loaded by year.</param>
/// <param name="Yearly">Tables loaded by year, a cell for each of <paramref name="Years"/>.</param>
/// <param name="Undated">Units of rows without a date.</param>
/// <param name="Units">All units.</param>
public sealed record SourceGrid(
    string Source,
    IReadOnlyList<MonthGrid> Monthly,
    IReadOnlyList<string> Years,
    IReadOnlyList<(string Process, IReadOnlyList<UnitCell?> Cells)> Yearly,
    IReadOnlyList<UnitCell> Undated,
    IReadOnlyList<UnitCell> Units)
{
    /// <summary>The latest moment at which the whole source was compared.</summary>
    public DateTimeOffset? ComparedAt => Units.Min(cell => cell.Unit.CheckedAt ?? cell.Unit.VerifiedAt);

    /// <summary>Latest day of the rows in the warehouse, as the number yyyymmdd; 0 without any.</summary>
    public long LastDay => Units.Max(cell => cell.Unit.LastDay);

    public static IReadOnlyList<SourceGrid> Of(IReadOnlyList<LoadUnitRow> units, DateTimeOffset now) =>
        [.. units.GroupBy(unit => unit.Source).Select(source => Of(source.Key, [.. source.Select(unit => UnitCell.Of(unit, now))]))];

    private static SourceGrid Of(string source, IReadOnlyList<UnitCell> cells)
    {
        var processes = Processes.All.Select(process => (process.Name, process.UnitSize, Cells: cells.Where(cell => cell.Unit.Process == process.Name).ToList()))
            .Where(process => process.Cells.Count > 0)
            .ToList();
        var yearly = processes.Where(process => process.UnitSize == UnitSize.Year).ToList();
        var years = yearly.SelectMany(process => process.Cells).Select(cell => cell.Unit.Period).Where(period => period != UnitPeriod.Undated.Code)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        return new SourceGrid(
            source,
            [.. processes.Where(process => process.UnitSize == UnitSize.Month).Select(process => MonthGrid.Of(process.Name, process.Cells))],
            years,
            [.. yearly.Select(process => (process.Name, (IReadOnlyList<UnitCell?>)[.. years.Select(year => process.Cells.Find(cell => cell.Unit.Period == year))]))],
            [.. cells.Where(cell => cell.Unit.Period == UnitPeriod.Undated.Code && (cell.Unit.Quarantined > 0 || cell.Unit.SourceRows > 0 || cell.State != CellState.Verified))],
            cells);
    }
}
