using Analytics.Warehouse.Control;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Warehouse.Rows;

/// <summary>Tells which units have other rows now than when a publication was made.</summary>
public sealed class LoadedSinceReader(ControlDatabase control)
{
    /// <param name="publication">Publication.</param>
    /// <param name="fact">Fact table.</param>
    /// <param name="first">First day of the facts.</param>
    /// <param name="last">Last day of the facts.</param>
    /// <param name="withSettlements">True to tell of lists of settlements too: a new one moves facts between territories of other boundaries.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<LoadedSince>> ReadAsync(
        Publication publication, string fact, DateOnly first, DateOnly last, bool withSettlements, CancellationToken cancellationToken)
    {
        var published = publication.Units.ToDictionary(unit => (unit.Source, unit.Table, unit.Period), unit => unit.LoadId);
        await using var context = await control.OpenAsync(cancellationToken);
        var units = await context.Units.AsNoTracking().OrderBy(unit => unit.Source).ThenBy(unit => unit.Process).ThenBy(unit => unit.Period).ToListAsync(cancellationToken);
        return [.. units
            .Where(unit => FactTables.OfProcess(unit.Process) is { } table && (table == fact ? IsWithin(unit.Period, first, last) : table == FactTables.Settlements && withSettlements))
            .Select(unit => new LoadedSince(unit.Source, unit.Process, unit.Period, published.GetValueOrDefault((unit.Source, unit.Process, unit.Period)), unit.LoadId))
            .Where(unit => unit.Published != unit.Now)];
    }

    private static bool IsWithin(string unit, DateOnly first, DateOnly last) => Period.TryParse(unit, out var period) && period.FirstDay <= last && first <= period.LastDay;
}
