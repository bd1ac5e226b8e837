using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Sources;

namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>The layers of <c>Map:Layers</c> that can be drawn, and what is to be told of the others. A wrong layer stops nothing: the tile map takes its place.</summary>
/// <param name="all">Layers, the oldest first; no two are in force on the same day.</param>
/// <param name="findings">One for each layer and each oddity.</param>
public sealed partial class MapLayers(IReadOnlyList<MapLayer> all, IReadOnlyList<SourceFinding> findings)
{
    public static MapLayers None { get; } = new([], []);

    public IReadOnlyList<MapLayer> All { get; } = all;

    public IReadOnlyList<SourceFinding> Findings { get; } = findings;

    /// <summary>Changes with the layers and their files: part of a page's identity for the browser.</summary>
    public string Stamp { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '|', all.Select(layer => $"{layer.Path} {layer.From:O} {layer.To:O} {layer.Attribution} {string.Join(',', layer.Rings.Keys)} {new FileInfo(layer.Path).LastWriteTimeUtc.Ticks}"))))[..6]);

    /// <summary>The layer in force on a day, or null.</summary>
    public MapLayer? On(DateOnly day) => All.FirstOrDefault(layer => layer.IsInForce(day));

    /// <summary>Reads all layers.</summary>
    /// <param name="configuration">Settings.</param>
    /// <param name="directory">Where paths that are not rooted begin.</param>
    public static MapLayers Read(IConfiguration configuration, string directory)
    {
        var findings = new List<SourceFinding>();
        var layers = new List<MapLayer>();
        foreach (var section in configuration.GetSection("Map:Layers").GetChildren())
        {
            try
            {
                var layer = LayerReader.Read(section.Get<LayerSettings>() ?? new LayerSettings(), directory, findings);
                if (layers.FirstOrDefault(other => other.From <= layer.To && layer.From <= other.To) is { } other)
                {
                    throw new LayerException($"{layer.Path} is in force together with {other.Path}: correct From and To, so that one layer is in force on a day.");
                }

                layers.Add(layer);
                findings.Add(new SourceFinding(FindingLevel.Ok, $"map layer {layer.Path}: {layer.Rings.Count} districts"));
            }
            catch (LayerException exception)
            {
                findings.Add(new SourceFinding(FindingLevel.Wrong, $"map layer {section.Path}: {exception.Message}"));
            }
        }

        return new MapLayers([.. layers.OrderBy(layer => layer.From)], findings);
    }

    /// <summary>Tells the operator in the log what is wrong or odd.</summary>
    public void Tell(ILogger logger)
    {
        foreach (var finding in Findings.Where(finding => finding.Level != FindingLevel.Ok))
        {
            ToldOfLayer(logger, finding.Text);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Finding}")]
    private static partial void ToldOfLayer(ILogger logger, string finding);
}
