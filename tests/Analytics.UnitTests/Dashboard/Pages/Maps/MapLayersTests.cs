using Analytics.Dashboard.Pages.Maps.Layers;
using Analytics.Etl.Sources;
using Analytics.UnitTests.Repository;
using Analytics.Warehouse.Dimensions;
using Microsoft.Extensions.Configuration;

namespace Analytics.UnitTests.Dashboard.Pages.Maps;

public sealed class MapLayersTests : IDisposable
{
    // Two districts side by side, and one that nobody knows.
    private const string Squares = """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"kato":"632800000","district":"Семей"},"geometry":{"type":"Polygon","coordinates":[[[80,50],[81,50],[81,51],[80,51],[80,50]]]}},
         {"type":"Feature","properties":{"kato":631000000,"district":"Өскемен"},"geometry":{"type":"MultiPolygon","coordinates":[[[[81,50],[82,50],[82,51],[81,51],[81,50]]]]}},
         {"type":"Feature","properties":{"kato":"999","district":"Остров"},"geometry":{"type":"Polygon","coordinates":[[[83,50],[84,50],[84,51],[83,50]]]}}]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("analytics-map-");

    [Theory]
    [InlineData("kato", "kato", "semey,oskemen")]
    [InlineData("district", "name", "semey,oskemen")]
    public void Features_are_joined_to_districts_by_code_or_name(string property, string kind, string slugs)
    {
        var layers = Read(Squares, ("CodeProperty", property), ("CodeKind", kind));

        Assert.Equal(slugs.Split(','), Assert.Single(layers.All).Rings.Keys);
        Assert.Contains(layers.Findings, finding => finding is { Level: FindingLevel.Note } && finding.Text.Contains(property == "kato" ? "999" : "Остров", StringComparison.Ordinal));
        Assert.Contains(layers.Findings, finding => finding is { Level: FindingLevel.Note } && finding.Text.Contains("ridder", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_of_the_file_s_own_is_given_its_district_by_the_settings()
    {
        var layers = Read(Squares, ("Codes:999", "ridder"));

        Assert.Equal(["semey", "oskemen", "ridder"], Assert.Single(layers.All).Rings.Keys);
    }

    [Fact]
    public void The_layer_of_a_day_is_the_one_in_force_on_it()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "squares.geojson"), Squares);
        var layers = MapLayers.Read(Settings(
            ("Map:Layers:0:Path", "squares.geojson"), ("Map:Layers:0:To", "2022-06-06"), ("Map:Layers:1:Path", "squares.geojson"), ("Map:Layers:1:From", "2024-01-04")), folder.FullName);

        Assert.Same(layers.All[0], layers.On(new DateOnly(2022, 6, 6)));
        Assert.Null(layers.On(new DateOnly(2023, 1, 1)));
        Assert.Same(layers.All[1], layers.On(new DateOnly(2024, 1, 4)));
    }

    [Theory]
    [InlineData("not json", "Path", "map.geojson", "map.geojson is not JSON")]
    [InlineData("[]", "Path", "map.geojson", "not a GeoJSON FeatureCollection")]
    [InlineData("""{"features":[{"properties":{"id":1},"geometry":null}]}""", "Path", "map.geojson", "feature 1 has no property kato: set CodeProperty to one that it has (id)")]
    [InlineData("""{"features":[{"properties":{"kato":"1"},"geometry":{"type":"Point","coordinates":[1,2]}}]}""", "Path", "map.geojson", "is of type Point: only Polygon and MultiPolygon")]
    [InlineData("""{"features":[{"properties":{"kato":"1"},"geometry":{"type":"Polygon","coordinates":[[["x"]]]}}]}""", "Path", "map.geojson", "JSON, but not GeoJSON")]
    [InlineData("""{"features":[{"properties":{"kato":"1"},"geometry":{"type":"Polygon","coordinates":[[[5500000,6500000]]]}}]}""", "Path", "map.geojson", "not degrees: export the layer in EPSG:4326")]
    [InlineData("""{"features":[{"properties":{"kato":"1"},"geometry":{"type":"Polygon","coordinates":[[[80,50],[81,50],[81,51]]]}}]}""", "Path", "map.geojson", "no feature is a district that we know")]
    [InlineData(Squares, "Path", "elsewhere.geojson", "elsewhere.geojson is not there")]
    [InlineData(Squares, "Path", "", "Path is not set")]
    [InlineData(Squares, "From", "8.6.2022", "From is 8.6.2022; write a day such as 2022-06-08")]
    [InlineData(Squares, "CodeKind", "number", "CodeKind is number; it may be kato, slug or name")]
    [InlineData(Squares, "Codes:999", "atlantis", "Codes gives 999 to atlantis")]
    public void A_layer_that_cannot_be_drawn_is_left_out_and_the_operator_is_told_why(string text, string setting, string value, string told)
    {
        var layers = Read(text, (setting, value));

        Assert.Empty(layers.All);
        var finding = Assert.Single(layers.Findings);
        Assert.Equal(FindingLevel.Wrong, finding.Level);
        Assert.Contains(told, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_layers_on_one_day_are_one_too_many()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "squares.geojson"), Squares);

        var layers = MapLayers.Read(Settings(("Map:Layers:0:Path", "squares.geojson"), ("Map:Layers:1:Path", "squares.geojson"), ("Map:Layers:1:From", "2024-01-04")), folder.FullName);

        Assert.Single(layers.All);
        Assert.Contains("is in force together with", Assert.Single(layers.Findings, finding => finding.Level == FindingLevel.Wrong).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_is_true_to_the_land_and_the_same_for_the_same_districts()
    {
        var layer = Assert.Single(Read(Squares).All);
        Territory[] both = [Territories.Shipped.Find("oskemen")!, Territories.Shipped.Find("semey")!, Territories.Shipped.Find("zaysan")!];

        var drawing = layer.Draw(both);

        Assert.Same(drawing, layer.Draw(both.Reverse()));
        // Two degrees of longitude at 50.5° north are 2 × cos 50.5° degrees of latitude wide.
        Assert.Equal((916, 720), (drawing.Width, drawing.Height));
        Assert.Equal("M458 720l0-720-458 0 0 720z", drawing.Shapes["semey"].Path);
        Assert.Equal(["oskemen", "semey"], drawing.Shapes.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(drawing.Shapes["semey"].X, 200, 260);
    }

    [Fact]
    public void The_files_that_came_with_the_project_draw_every_district_they_have()
    {
        // Not in the repository: where they are absent, the squares above are all the proof.
        foreach (var path in new[] { "vko_2018_2022_adm2.geojson", "vko_abai_2024_adm2.geojson" }.Select(file => Path.Combine(RepositoryFiles.Root, "..", "shared", "geo", file)).Where(File.Exists))
        {
            var layer = Assert.Single(MapLayers.Read(Settings(("Map:Layers:0:Path", path), ("Map:Layers:0:Codes:101010000", "zhanasemey")), folder.FullName).All);
            var drawing = layer.Draw(Territories.Shipped.All);

            Assert.Equal(layer.Rings.Keys.Order(StringComparer.Ordinal), drawing.Shapes.Keys.Order(StringComparer.Ordinal));
            Assert.All(drawing.Shapes.Values, shape => Assert.True(shape.Room > 1));
            Assert.True(drawing.Shapes.Values.Sum(shape => shape.Path.Length) < 20_000);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private MapLayers Read(string text, params (string Setting, string Value)[] settings)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "map.geojson"), text);
        return MapLayers.Read(Settings([("Map:Layers:0:Path", "map.geojson"), .. settings.Select(setting => ("Map:Layers:0:" + setting.Setting, setting.Value))]), folder.FullName);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings)
    {
        var memory = new Dictionary<string, string?>();
        foreach (var (key, value) in settings)
        {
            memory[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(memory).Build();
    }
}
