using System.Text.Json;

namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>Reads the areas of a GeoJSON file (RFC 7946): a FeatureCollection of Polygon and MultiPolygon in degrees.</summary>
public static class GeoJson
{
    public const long MostBytes = 64L << 20;

    /// <summary>Code and rings of each feature, in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="codeProperty">Property that holds the code.</param>
    /// <exception cref="LayerException">The file cannot be read or is not what it should be.</exception>
    public static IReadOnlyList<(string Code, IReadOnlyList<GeoPoint[]> Rings)> Read(string path, string codeProperty)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new LayerException($"{path} is not there: correct Path of the layer, or copy the file there.");
            }

            if (file.Length > MostBytes)
            {
                throw new LayerException($"{path} has {file.Length >> 20} MB, at most {MostBytes >> 20} are read: simplify the boundaries, for example with mapshaper.");
            }

            using var stream = file.OpenRead();
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                throw new LayerException($"{path} is not a GeoJSON FeatureCollection: export the layer as GeoJSON (RFC 7946).");
            }

            return [.. features.EnumerateArray().Select((feature, index) => Feature(feature, codeProperty, $"{path}: feature {index + 1}"))];
        }
        catch (JsonException exception)
        {
            throw new LayerException($"{path} is not JSON: {exception.Message} Export the layer anew as GeoJSON.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new LayerException($"{path} cannot be read: {exception.Message} Give the program's account the right to read it.", exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // What the JSON reader says of a value of another kind than GeoJSON has there.
            throw new LayerException($"{path} is JSON, but not GeoJSON: {exception.Message} Export the layer anew as GeoJSON.", exception);
        }
    }

    private static (string Code, IReadOnlyList<GeoPoint[]> Rings) Feature(JsonElement feature, string codeProperty, string where)
    {
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object || !properties.TryGetProperty(codeProperty, out var code))
        {
            var names = properties.ValueKind == JsonValueKind.Object ? string.Join(", ", properties.EnumerateObject().Select(property => property.Name)) : "";
            throw new LayerException($"{where} has no property {codeProperty}: set CodeProperty to one that it has ({names}).");
        }

        var geometry = feature.GetProperty("geometry");
        var type = geometry.ValueKind == JsonValueKind.Object ? geometry.GetProperty("type").GetString() : "null";
        IReadOnlyList<GeoPoint[]> rings = type switch
        {
            "Polygon" => [.. Rings(geometry.GetProperty("coordinates"), where)],
            "MultiPolygon" => [.. geometry.GetProperty("coordinates").EnumerateArray().SelectMany(polygon => Rings(polygon, where))],
            _ => throw new LayerException($"{where} is of type {type}: only Polygon and MultiPolygon can be drawn. Take it out of the file."),
        };
        return (code.ValueKind == JsonValueKind.String ? code.GetString()!.Trim() : code.GetRawText(), rings);
    }

    private static IEnumerable<GeoPoint[]> Rings(JsonElement polygon, string where) =>
        polygon.EnumerateArray().Select(ring => ring.EnumerateArray().Select(position => Point(position, where)).ToArray());

    private static GeoPoint Point(JsonElement position, string where)
    {
        var point = new GeoPoint(position[0].GetDouble(), position[1].GetDouble());
        return Math.Abs(point.Longitude) <= 180 && Math.Abs(point.Latitude) <= 90
            ? point
            : throw new LayerException(FormattableString.Invariant(
                $"{where} has the coordinates {point.Longitude}, {point.Latitude}, which are not degrees: export the layer in EPSG:4326 (WGS 84)."));
    }
}
