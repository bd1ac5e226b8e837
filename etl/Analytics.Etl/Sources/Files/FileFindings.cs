using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>What was found in a file that was read whole, by its content.</summary>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Shape">Where its table is, or null when it has none.</param>
/// <param name="Unit">The one unit in which its rows lie.</param>
/// <param name="Totals">Totals of its rows.</param>
/// <param name="Fatal">Why it is not loaded at all, or null.</param>
/// <param name="Errors">All errors, the first <see cref="MostErrors"/> of them.</param>
/// <param name="ErrorCount">Number of errors.</param>
/// <param name="Contents">What it reports: month, district and, of plans, indicator. Two files must not report the same.</param>
internal sealed record FileFindings(
    string Hash, TableShape? Shape, UnitPeriod Unit, UnitTotals Totals, FileError? Fatal, IReadOnlyList<FileError> Errors, long ErrorCount, IReadOnlySet<string> Contents)
{
    /// <summary>Divides the parts of what a file reports; no part contains it.</summary>
    public const char Separator = (char)0x1f;

    /// <summary>Errors that are kept of one file.</summary>
    public const int MostErrors = 10_000;

    public Process? Process => Shape?.Mapping.Process;

    public static FileFindings Unread(string hash, FileError fatal) =>
        new(hash, null, UnitPeriod.Undated, new UnitTotals(), fatal, [fatal], 1, new HashSet<string>());
}
