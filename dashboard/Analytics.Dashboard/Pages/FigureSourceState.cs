using Analytics.Etl.Loading;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages;

/// <summary>What a figure rests on, beside its source as that was last compared.</summary>
/// <param name="Source">The units published.</param>
/// <param name="AtSource">Rows that the source held.</param>
/// <param name="Rules">Rows that were not taken, by rule and column.</param>
/// <param name="HasUndated">True when rows without a date are among them.</param>
public sealed record FigureSourceState(FigureSource Source, long AtSource, IReadOnlyList<QuarantineCount> Rules, bool HasUndated)
{
    public long Quarantined => Rules.Sum(rule => rule.Rows);

    public static async Task<FigureSourceState> ReadAsync(FigureSource source, Period period, UnitLedger ledger, QuarantineReader quarantine, CancellationToken cancellationToken)
    {
        var units = (await ledger.OfAsync(source.Source, source.Process, cancellationToken)).Where(unit => FigureSource.Holds(unit.Period, period)).ToList();
        var rules = units.Exists(unit => unit.Quarantined > 0)
            ? await quarantine.CountAsync(source.Source, source.Process, units.Select(unit => unit.Period), cancellationToken)
            : [];
        return new FigureSourceState(source, units.Sum(unit => unit.SourceRows), rules, units.Exists(unit => unit.Quarantined > 0 && !char.IsAsciiDigit(unit.Period[0])));
    }
}
