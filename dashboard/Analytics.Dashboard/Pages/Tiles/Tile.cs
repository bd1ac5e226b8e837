namespace Analytics.Dashboard.Pages.Tiles;

/// <summary>A part of a page that may be missing while the others stay.</summary>
/// <param name="Content">What it shows; null when there is nothing to show.</param>
/// <param name="Fault">Set when it cannot be read now.</param>
public sealed record Tile<T>(T? Content, TileFault? Fault)
    where T : class;

/// <summary>Why a part of a page is not what it should be.</summary>
/// <param name="ReadAt">When what is shown in its place was read; null when nothing is.</param>
public sealed record TileFault(DateTimeOffset? ReadAt);
