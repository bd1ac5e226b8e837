using Analytics.Etl.Demo;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;

namespace Analytics.Dashboard.Hosting;

/// <summary>Configuration of one run: appsettings.json beside the program, analytics.json in the data directory, the environment.</summary>
public sealed class AnalyticsSettings
{
    private static readonly string[] DemoSystems = ["social", "employment", "akimat"];

    private AnalyticsSettings(string dataDirectory, IConfiguration configuration, bool usesDemo)
    {
        DataDirectory = dataDirectory;
        Configuration = configuration;
        UsesDemo = usesDemo;
        Warehouse = configuration.GetSection("Warehouse").Get<WarehouseOptions>() ?? new WarehouseOptions();
        Engine = configuration.GetSection("Engine").Get<EngineOptions>() ?? new EngineOptions();
        var control = configuration.GetSection("Control").Get<ControlOptions>() ?? new ControlOptions();
        ControlConnectionString = control.PostgresConnection is { } name
            ? configuration.GetConnectionString(name) ?? throw new ArgumentException($"Control:PostgresConnection names {name}, which ConnectionStrings does not hold.")
            : null;
    }

    public string DataDirectory { get; }

    public IConfiguration Configuration { get; }

    /// <summary>True when the demo's operational databases are the sources.</summary>
    public bool UsesDemo { get; }

    public WarehouseOptions Warehouse { get; }

    public EngineOptions Engine { get; }

    /// <summary>The PostgreSQL control database, or null for the SQLite file.</summary>
    public string? ControlConnectionString { get; }

    /// <summary>Folder of the demo's SQLite files.</summary>
    public string DemoDirectory => Path.Combine(DataDirectory, "demo");

    /// <summary>Reads the settings. Without sources of the configuration the demo's are used, unless it is refused.</summary>
    /// <param name="data">Data directory.</param>
    /// <param name="demo">False to refuse the demo.</param>
    public static AnalyticsSettings Read(string data, bool demo = true)
    {
        var directory = Path.GetFullPath(data);
        Directory.CreateDirectory(directory);
        IConfigurationBuilder Sources() => new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(directory, "analytics.json"), optional: true)
            .AddEnvironmentVariables();
        var configured = Build(Sources());
        var usesDemo = demo && !configured.GetSection("Sources").GetChildren().Any();
        var configuration = usesDemo ? Sources().AddInMemoryCollection(DemoSources(Path.Combine(directory, "demo"))).Build() : configured;
        return new AnalyticsSettings(directory, configuration, usesDemo);
    }

    /// <summary>Makes the demo's databases when they are the sources and are not there yet.</summary>
    public async Task PrepareDemoAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (UsesDemo && !(DemoSystems.All(system => File.Exists(Path.Combine(DemoDirectory, system + ".db"))) && DemoDatabases.IsCurrent(DemoDirectory)))
        {
            await DemoDatabases.WriteSqliteAsync(DemoDirectory, new DemoOptions(), progress, cancellationToken);
        }
    }

    private static IConfiguration Build(IConfigurationBuilder sources)
    {
        try
        {
            return sources.Build();
        }
        catch (InvalidDataException exception)
        {
            throw new ArgumentException($"{exception.Message} {exception.GetBaseException().Message}", exception);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> DemoSources(string directory)
    {
        yield return new("Demo:Enabled", "true");
        foreach (var (system, position) in DemoSystems.Select((system, position) => (system, position)))
        {
            yield return new($"Sources:{position}:Name", system);
            yield return new($"Sources:{position}:Kind", "sqlite");
            yield return new($"Sources:{position}:Connection", "demo-" + system);
            yield return new($"Sources:{position}:Mapping", "demo-sqlite/" + system);
            yield return new($"ConnectionStrings:demo-{system}", $"Data Source={Path.Combine(directory, system + ".db")}");
        }
    }
}
