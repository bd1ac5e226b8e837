using System.Globalization;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Loading;

/// <summary>So many rows of a unit are gone at the source that an operator has to confirm it.</summary>
public sealed class SuddenDropException : LoadException
{
    /// <summary>Units with fewer rows are not held: in them one row is a large share.</summary>
    public const int FewRows = 10;

    private SuddenDropException(string message, string fingerprint)
        : base(message) => Fingerprint = fingerprint;

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
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unit} waits for confirmation: the source holds {now.Rows} rows, {before} were loaded last, a loss of {100m * (before - now.Rows) / before:0.#} %; {allowedPercent} % is allowed. When the rows are rightly gone, run `analytics etl run --accept-drop --source {unit.Source} --table {unit.Process}`; else restore them at the source."),
                now.Fingerprint);
    }
}
