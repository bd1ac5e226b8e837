using System.Globalization;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>Reads one layer: its time, its file, and which district each feature is.</summary>
internal static class LayerReader
{
    /// <param name="settings">Entry of the settings.</param>
    /// <param name="directory">Where paths that are not rooted begin.</param>
    /// <param name="findings">What an operator shall know of a layer that can be drawn all the same.</param>
    /// <exception cref="LayerException">The layer cannot be drawn.</exception>
    public static MapLayer Read(LayerSettings settings, string directory, List<SourceFinding> findings)
    {
        if (string.IsNullOrWhiteSpace(settings.Path))
        {
            throw new LayerException("Path is not set: name a GeoJSON file.");
        }

        var path = Path.GetFullPath(settings.Path, directory);
        var (from, to) = (Day(settings.From, "From", path) ?? DateOnly.MinValue, Day(settings.To, "To", path) ?? DateOnly.MaxValue);
        if (to < from)
        {
            throw new LayerException($"{path}: To is before From; exchange them.");
        }

        var find = Finder(settings.CodeKind, path);
        foreach (var (code, slug) in settings.Codes)
        {
            if (Territories.Shipped.Find(slug) is null)
            {
                throw new LayerException($"{path}: Codes gives {code} to {slug}, which is no territory: write a slug such as oskemen.");
            }
        }

        var rings = new Dictionary<string, IReadOnlyList<GeoPoint[]>>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var (code, shape) in GeoJson.Read(path, settings.CodeProperty))
        {
            if ((settings.Codes.TryGetValue(code, out var slug) ? Territories.Shipped.Find(slug) : find(code)) is { } territory)
            {
                rings[territory.Slug] = [.. rings.GetValueOrDefault(territory.Slug) ?? [], .. shape];
            }
            else
            {
                unknown.Add(code);
            }
        }

        if (rings.Count == 0)
        {
            throw new LayerException($"{path}: no feature is a district that we know; {settings.CodeProperty} holds {string.Join(", ", unknown.Take(5))}. Correct CodeProperty and CodeKind, or give the codes their districts in Codes.");
        }

        var layer = new MapLayer(path, from, to, settings.Attribution, rings);
        if (unknown.Count > 0)
        {
            findings.Add(new SourceFinding(FindingLevel.Note, $"map layer {path}: not drawn, because no district has these codes: {string.Join(", ", unknown)}. Give them their districts in Codes"));
        }

        if (Missing(layer) is { Count: > 0 } missing)
        {
            findings.Add(new SourceFinding(FindingLevel.Note, $"map layer {path}: districts without a shape stand as tiles beside the map: {string.Join(", ", missing)}"));
        }

        return layer;
    }

    // Units of the region in the layer's time of whose land it shows nothing.
    private static List<string> Missing(MapLayer layer)
    {
        var oldest = Territories.Shipped.Changes.Min(change => change.ChangedOn).AddDays(-1);
        var latest = Territories.Shipped.Changes.Max(change => change.ChangedOn);
        var days = Territories.Shipped.Changes.Select(change => change.ChangedOn).Append(layer.From > oldest ? layer.From : oldest).Append(layer.To < latest ? layer.To : latest);
        return [.. days.Where(layer.IsInForce).Distinct()
            .SelectMany(day => Territories.Shipped.On(day).Select(territory => (territory, day)))
            .Where(one => one.territory.Kind != TerritoryKind.Region && !Territories.Shipped.Land.LandOf(one.territory, one.day).Units.Any(unit => layer.Rings.ContainsKey(unit.Slug)))
            .Select(one => one.territory.Slug)
            .Distinct()];
    }

    private static Func<string, Territory?> Finder(string kind, string path) => kind switch
    {
        "kato" => code => Territories.Shipped.WithKato(code).Select(version => Territories.Shipped.Find(version.TerritoryId)).FirstOrDefault(),
        "slug" => Territories.Shipped.Find,
        "name" => name => Territories.Shipped.All.FirstOrDefault(territory => territory.Versions.Any(version =>
            new[] { version.NameRu, version.NameKk, version.NameEn }.Contains(name, StringComparer.OrdinalIgnoreCase))),
        _ => throw new LayerException($"{path}: CodeKind is {kind}; it may be kato, slug or name."),
    };

    private static DateOnly? Day(string? text, string setting, string path)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new LayerException($"{path}: {setting} is {text}; write a day such as 2022-06-08.");
    }
}
