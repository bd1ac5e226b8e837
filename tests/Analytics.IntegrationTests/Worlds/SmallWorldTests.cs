using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;

namespace Analytics.IntegrationTests.Worlds;

/// <summary>Tests over a hand-made world of a few rows. What they open is closed after each.</summary>
public abstract class SmallWorldTests(SharedEngine engine, PostgresCluster postgres, MariaDbServer? mariaDb = null) : IAsyncDisposable
{
    private readonly List<SourceDatabase> sources = [];
    private readonly List<World> worlds = [];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected PostgresCluster Postgres => postgres;

    protected async Task<SourceDatabase> SourceAsync(SourceKind kind, string name = "social", string encoding = "UTF8", decimal threshold = 1) =>
        Keep(await SourceDatabase.CreateAsync(kind, postgres, Token, name, encoding, threshold, mariaDb));

    /// <summary>A source with an empty table of payments.</summary>
    protected async Task<SourceDatabase> PaymentsAsync(SourceKind kind, string name = "social", decimal threshold = 1) =>
        await (await SourceAsync(kind, name, threshold: threshold)).WithPaymentsAsync(Token);

    protected SourceDatabase Keep(SourceDatabase source)
    {
        sources.Add(source);
        return source;
    }

    protected async Task<World> WorldAsync(params SourceDatabase[] of)
    {
        var world = await World.OpenAsync(await engine.NewDatabaseAsync(Token), Token, of);
        worlds.Add(world);
        return world;
    }

    /// <summary>A world with settings and a clock of the test's own.</summary>
    protected async Task<World> WorldAsync(IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider clock, params SourceDatabase[] of)
    {
        var world = await World.OpenAsync(await engine.NewDatabaseAsync(Token), settings, clock, Token, of);
        worlds.Add(world);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in worlds)
        {
            await world.DisposeAsync();
        }

        sources.ForEach(source => source.Dispose());
        GC.SuppressFinalize(this);
    }
}
