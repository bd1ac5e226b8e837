using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Loading;

/// <summary>So many rows of a unit are gone at the source that an operator has to confirm it.</summary>
public sealed class SuddenDropException : LoadException
{
    /// <summary>Units with fewer rows are not held: in them one row is a large share.</summary>
    public const int FewRows = 10;

    private SuddenDropException(LoadMessage told, string fingerprint)
        : base(told) => Fingerprint = fingerprint;

    /// <summary>Fingerprint of the rows that the source holds now.</summary>
    public string Fingerprint { get; }

    /// <summary>The exception, or null when no more rows are gone than are allowed.</summary>
    /// <param name="unit">Unit.</param>
    /// <param name="known">What was loaded last.</param>
    /// <param name="now">What the source holds.</param>
    /// <param name="allowedPercent">Share of rows that may be gone.</param>
    public static SuddenDropException? Of(UnitKey unit, LoadUnitRow? known, UnitTotals now, decimal allowedPercent)
    {
        var before = known is { LoadId: > 0 } ? known.RowCount + known.Quarantined : 0;
        return before < FewRows || (before - now.Rows) * 100m <= before * allowedPercent
            ? null
            : new SuddenDropException(
                new("unit.held", unit, now.Rows, before, LossPercent(before, now.Rows), allowedPercent, unit.Source, unit.Process),
                now.Fingerprint);
    }

    // The division leaves out a zero after the point.
    private static decimal LossPercent(long before, long now) => Math.Round(100m * (before - now) / before, 1, MidpointRounding.AwayFromZero) / 1.0m;
}
