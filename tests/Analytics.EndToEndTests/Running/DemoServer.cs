using System.Net;
using Analytics.EndToEndTests.Running;

[assembly: AssemblyFixture(typeof(DemoServer))]

namespace Analytics.EndToEndTests.Running;

/// <summary>One server with the whole demo for all tests of the assembly; none of them changes its data.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("analytics-e2e-");

    public AnalyticsServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    /// <summary>The address of a path: <c>/grants?period=2020</c>.</summary>
    public string At(string path) => new Uri(Server.Address, path).ToString();

    public async ValueTask InitializeAsync()
    {
        // Boundaries of two districts for the maps of 2019; all other years have the tile map.
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "squares.geojson"), """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"kato":"632800000"},"geometry":{"type":"Polygon","coordinates":[[[80,50],[81,50],[81,51],[80,51],[80,50]]]}},
             {"type":"Feature","properties":{"kato":"631000000"},"geometry":{"type":"Polygon","coordinates":[[[81,50],[82,50],[82,51],[81,51],[81,50]]]}}]}
            """);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "analytics.json"),
            """{"Map":{"Layers":[{"Path":"squares.geojson","From":"2019-01-01","To":"2019-12-31","Attribution":"two squares, CC0"}]}}""");
        Server = await AnalyticsServer.StartAsync(folder.FullName);

        // The public edition is made after the figures are in force, year by year.
        for (var (year, attempt) = (2019, 0); year <= 2025 && attempt < 300;)
        {
            if (await StatusAsync($"/api/v1/values?indicators=families&period={year}&audience=public") != HttpStatusCode.ServiceUnavailable)
            {
                year++;
                continue;
            }

            attempt++;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        var engine = Server.Children();
        var code = await Server.StopAsync();
        var log = Server.Log;
        await Server.DisposeAsync();
        folder.Delete(recursive: true);
        Assert.True(code == 0, $"The server ended with {code}:\n{log}");
        Assert.NotEmpty(engine);
        Assert.All(engine, id => Assert.False(Directory.Exists($"/proc/{id}"), $"The engine, process {id}, outlived its server."));
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        return answer.StatusCode;
    }
}
