using System.Globalization;

namespace Analytics.Warehouse.Indicators;

/// <summary>A day on which the rules behind some indicators changed.</summary>
/// <param name="BrokenOn">First day of the new rules.</param>
/// <param name="Note">Code of the note that tells the reason.</param>
/// <param name="Broken">Codes of indicators that are not measured alike before and after.</param>
/// <param name="Marked">Codes of indicators, or of whole groups, that stay comparable and are marked.</param>
public sealed record SeriesBreak(DateOnly BrokenOn, string Note, IReadOnlySet<string> Broken, IReadOnlySet<string> Marked)
{
    /// <summary>The breaks that ship with the program, <c>series_breaks.csv</c>, oldest first.</summary>
    public static IReadOnlyList<SeriesBreak> All { get; } = [.. Resources.Text("Indicators/series_breaks.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.TrimEnd('\r').Split(','))
        .Select(cell => new SeriesBreak(DateOnly.ParseExact(cell[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), cell[1], Codes(cell[2]), Codes(cell[3])))
        .OrderBy(broken => broken.BrokenOn)];

    /// <summary>True when figures before and after the day are not comparable.</summary>
    public bool Breaks(Indicator indicator) => Broken.Contains(indicator.Code);

    /// <summary>True when figures stay comparable, and the reader should know of the change.</summary>
    public bool Marks(Indicator indicator) => !Breaks(indicator) && (Marked.Contains(indicator.Code) || Marked.Contains(indicator.Group.Code()));

    private static HashSet<string> Codes(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
