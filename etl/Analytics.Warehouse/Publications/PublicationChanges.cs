using System.Globalization;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Publications;

/// <summary>What differs between two publications.</summary>
/// <param name="Before">First publication.</param>
/// <param name="After">Second publication.</param>
/// <param name="Cells">Cells whose values differ.</param>
/// <param name="Units">Units that were loaded anew between them.</param>
/// <param name="IsComplete">False when more cells differ than were asked for.</param>
public sealed record PublicationChanges(Publication Before, Publication After, IReadOnlyList<ChangedCell> Cells, IReadOnlyList<ReplacedUnit> Units, bool IsComplete)
{
    /// <summary>The units that can have changed a cell: those of its measure's facts that lie in its period, or in the year before when the measure looks back.</summary>
    public IEnumerable<ReplacedUnit> CausesOf(ChangedCell cell)
    {
        var measure = MeasureCatalogue.Find(cell.Measure);
        var fact = measure?.Fact ?? "fact_target";
        var first = cell.PeriodKind switch
        {
            "month" => new DateOnly(cell.PeriodEnd.Year, cell.PeriodEnd.Month, 1),
            "quarter" => new DateOnly(cell.PeriodEnd.Year, cell.PeriodEnd.Month, 1).AddMonths(-2),
            _ => new DateOnly(cell.PeriodEnd.Year, 1, 1),
        };
        first = measure is { LooksBack: true } ? new DateOnly(first.Year - 1, 1, 1) : first;
        return Units.Where(unit => FactTables.OfProcess(unit.Either.Table) == fact && Overlaps(unit.Either.Period, first, cell.PeriodEnd));
    }

    private static bool Overlaps(string period, DateOnly first, DateOnly last) => period.Length switch
    {
        4 => int.Parse(period, CultureInfo.InvariantCulture) is var year && year >= first.Year && year <= last.Year,
        // "undated" has seven letters, too: its rows are in quarantine and in no cell.
        7 => DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month <= last && month.AddMonths(1) > first,
        _ => false,
    };
}
