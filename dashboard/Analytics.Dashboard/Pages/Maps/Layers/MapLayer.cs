using System.Collections.Concurrent;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>The boundaries of districts in a time, read from the office's own file.</summary>
/// <param name="Path">The file.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Attribution">Whose the boundaries are; null when not told.</param>
/// <param name="Rings">Rings of each district, in degrees of longitude and latitude; holes among them.</param>
public sealed record MapLayer(
    string Path, DateOnly From, DateOnly To, string? Attribution, IReadOnlyDictionary<string, IReadOnlyList<GeoPoint[]>> Rings)
{
    private readonly ConcurrentDictionary<string, LayerDrawing> drawings = new(StringComparer.Ordinal);

    public bool IsInForce(DateOnly day) => From <= day && day <= To;

    /// <summary>The picture of some districts; those that the layer does not have are not in it. Computed once for each set.</summary>
    public LayerDrawing Draw(IEnumerable<Territory> territories)
    {
        var slugs = territories.Select(territory => territory.Slug).Where(Rings.ContainsKey).Distinct().Order(StringComparer.Ordinal).ToList();
        return drawings.GetOrAdd(string.Join(',', slugs), _ => LayerDrawing.Of(slugs.ToDictionary(slug => slug, slug => Rings[slug], StringComparer.Ordinal)));
    }
}
