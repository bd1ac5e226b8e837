using System.Globalization;

namespace Analytics.Warehouse.Indicators;

/// <summary>A day on which the rules behind a group of indicators changed; figures before and after are not measured alike.</summary>
/// <param name="BrokenOn">First day of the new rules.</param>
/// <param name="Note">Code of the note that tells the reason.</param>
/// <param name="Groups">Groups of indicators that it touches.</param>
public sealed record SeriesBreak(DateOnly BrokenOn, string Note, IReadOnlySet<IndicatorGroup> Groups)
{
    /// <summary>The breaks that ship with the program, <c>series_breaks.csv</c>.</summary>
    public static IReadOnlyList<SeriesBreak> All { get; } = [.. Resources.Text("Indicators/series_breaks.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.TrimEnd('\r').Split(','))
        .Select(cell => new SeriesBreak(
            DateOnly.ParseExact(cell[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            cell[1],
            cell[2].Split(';').Select(code => Enum.Parse<IndicatorGroup>(code, ignoreCase: true)).ToHashSet()))];
}
