using System.Globalization;
using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.Warehouse;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Analytics.IntegrationTests.Worlds;

/// <summary>The system's own services over sources of the test, wired as the program wires them.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly TempFolder folder;
    private readonly CapturedLog log;
    private readonly ServiceProvider services;

    private World(TempFolder folder, CapturedLog log, ServiceProvider services)
    {
        this.folder = folder;
        this.log = log;
        this.services = services;
    }

    /// <summary>Everything that was logged.</summary>
    public string Log => log.Text;

    public string DataDirectory => folder.Path;

    public static Task<World> OpenAsync(WarehouseConnection connection, CancellationToken cancellationToken, params SourceDatabase[] sources) =>
        OpenAsync(connection, [], TimeProvider.System, cancellationToken, sources);

    public static Task<World> OpenAsync(
        WarehouseConnection connection, IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider clock, CancellationToken cancellationToken, params SourceDatabase[] sources) =>
        OpenAsync(new TempFolder(), connection, settings, clock, cancellationToken, sources);

    /// <summary>The same system as after a restart: its data directory and warehouse are as they were.</summary>
    public Task<World> RestartAsync(CancellationToken cancellationToken, params SourceDatabase[] sources) =>
        OpenAsync(folder, Get<WarehouseConnection>(), [], TimeProvider.System, cancellationToken, sources);

    /// <summary>A world whose data directory is a folder of the test's own.</summary>
    public static async Task<World> OpenAsync(
        TempFolder folder,
        WarehouseConnection connection,
        IEnumerable<KeyValuePair<string, string?>> settings,
        TimeProvider clock,
        CancellationToken cancellationToken,
        params SourceDatabase[] sources)
    {
        var log = new CapturedLog();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(sources.SelectMany(Settings).Concat(settings)).Build();
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddWarehouse(connection, folder.Path, null)
            .AddEtl(configuration, folder.Path)
            .AddSchedule(null, runJobs: false)
            .BuildServiceProvider();
        var world = new World(folder, log, services);
        await world.Get<ControlDatabase>().MigrateAsync(cancellationToken);
        await world.Get<Migrator>().MigrateAsync(cancellationToken);
        return world;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Units that are due, as <c>social/benefit_payments/2020-01</c>, and what could not be looked at.</summary>
    public async Task<(IReadOnlyList<UnitKey> Due, IReadOnlyList<string> Failures)> FindDueAsync(CancellationToken cancellationToken, string? source = null) =>
        await Get<LoadRun>().FindDueAsync(source, null, static _ => true, mark: true, withHeld: false, cancellationToken) is var (due, failures)
            ? (due, [.. failures.Select(failure => failure.Text)])
            : default;

    /// <summary>Loads what is due, one unit after another.</summary>
    public async Task<IReadOnlyList<LoadResult>> LoadAsync(CancellationToken cancellationToken, string? source = null)
    {
        var (due, _) = await FindDueAsync(cancellationToken, source);
        var results = new List<LoadResult>();
        foreach (var unit in due)
        {
            results.Add(await Get<LoadRun>().LoadAsync(unit, LoadOptions.Usual, cancellationToken));
        }

        return results;
    }

    /// <summary>Loads one unit, due or not.</summary>
    public Task<LoadResult> LoadUnitAsync(string unit, CancellationToken cancellationToken)
    {
        var parts = unit.Split('/');
        return Get<LoadRun>().LoadAsync(new UnitKey(parts[0], parts[1], UnitPeriod.Parse(parts[2])), LoadOptions.Usual, cancellationToken);
    }

    public Task<PublishResult> PublishAsync(CancellationToken cancellationToken) => Get<PublicationBuilder>().PublishAsync("test", cancellationToken);

    /// <summary>Loads what is due and publishes; everything must succeed.</summary>
    public async Task LoadAndPublishAsync(CancellationToken cancellationToken)
    {
        Assert.All(await LoadAsync(cancellationToken), result => Assert.Equal((LoadOutcome.Loaded, ""), (result.Outcome, result.Message)));
        Assert.Equal(PublishOutcome.Published, (await PublishAsync(cancellationToken)).Outcome);
    }

    /// <summary>Value of an indicator as a page would get it; a new reader, so that nothing is remembered.</summary>
    public async Task<decimal?> FigureAsync(string indicator, string period, CancellationToken cancellationToken, string territory = "vko") =>
        (await ValueAsync(indicator, period, territory, cancellationToken)).Figure.Value;

    public async Task<IndicatorValue> ValueAsync(string indicator, string period, string territory, CancellationToken cancellationToken, params Comparison[] comparisons)
    {
        Assert.True(Period.TryParse(period, out var asked));
        var query = new IndicatorQuery([IndicatorCatalogue.Find(indicator)!], [Territories.Shipped.Find(territory)!], asked) { Comparisons = comparisons.ToHashSet() };
        return (await NewReader().ReadAsync(query, cancellationToken)).Values.Single();
    }

    public IndicatorReader NewReader() => ActivatorUtilities.CreateInstance<IndicatorReader>(
        services, ActivatorUtilities.CreateInstance<Warehouse.Publications.PublicationLedger>(services));

    /// <summary>Rows of a statement in ClickHouse, columns divided by bars.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = new List<string>();
        using var reader = await Get<WarehouseConnection>().Loader.ExecuteReaderAsync(sql, cancellationToken: cancellationToken);
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    /// <summary>Rejected rows: unit, key of the source, rule and column.</summary>
    public async Task<IReadOnlyList<string>> QuarantineAsync(CancellationToken cancellationToken) =>
        [.. (await Get<Quarantine>().ListAsync(null, null, cancellationToken))
            .Select(row => $"{row.Process}/{row.Period} {row.SourceKey}: {row.Rule} in {row.Column}")
            .Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(SourceDatabase source, int position) =>
    [
        new($"Sources:{position}:Name", source.Name),
        new($"Sources:{position}:Kind", source.Kind.ToString()),
        new($"Sources:{position}:Connection", source.Name),
        new($"Sources:{position}:Mapping", source.MappingFolder),
        new($"Sources:{position}:QuarantineThresholdPercent", source.ThresholdPercent.ToString(CultureInfo.InvariantCulture)),
        new($"ConnectionStrings:{source.Name}", source.ConnectionString),
    ];
}
