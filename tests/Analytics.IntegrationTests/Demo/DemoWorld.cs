using Analytics.Etl.Demo;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Demo;

/// <summary>The demo with seed 1, written to SQLite and to PostgreSQL, each loaded and published once. Only for reading.</summary>
public sealed class DemoWorld(SharedEngine engine, PostgresCluster postgres) : IAsyncLifetime
{
    private static readonly string[] Systems = ["social", "employment", "akimat"];

    // ./test --oracle goes through several.
    private static ulong Seed { get; } = ulong.Parse(Environment.GetEnvironmentVariable("ANALYTICS_DEMO_SEED") ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    private readonly TempFolder files = new();
    private readonly List<SourceDatabase> sources = [];
    private World? fromSqlite;
    private World? fromPostgres;

    public World FromSqlite => fromSqlite!;

    public World FromPostgres => fromPostgres!;

    /// <summary>The operational database in PostgreSQL.</summary>
    public string PostgresConnection { get; private set; } = "";

    /// <summary>An operational database in SQLite.</summary>
    public string SqliteFile(string system) => files.File(system + ".db");

    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        PostgresConnection = await postgres.NewDatabaseAsync("UTF8", token);
        var worlds = await Task.WhenAll(SqliteAsync(token), PostgresAsync(token));
        (fromSqlite, fromPostgres) = (worlds[0], worlds[1]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in new[] { fromSqlite, fromPostgres })
        {
            if (world is not null)
            {
                await world.DisposeAsync();
            }
        }

        sources.ForEach(source => source.Dispose());
        files.Dispose();
    }

    private async Task<World> SqliteAsync(CancellationToken token)
    {
        await DemoDatabases.WriteSqliteAsync(files.Path, new DemoOptions(Seed: Seed), null, token);
        return await LoadAsync(SourceKind.Sqlite, "demo-sqlite", system => $"Data Source={SqliteFile(system)}", token);
    }

    private async Task<World> PostgresAsync(CancellationToken token)
    {
        await DemoDatabases.WritePostgresAsync(PostgresConnection, new DemoOptions(Seed: Seed), null, token);
        return await LoadAsync(SourceKind.Postgresql, "demo-postgresql", _ => PostgresConnection, token);
    }

    private async Task<World> LoadAsync(SourceKind kind, string mappings, Func<string, string> connection, CancellationToken token)
    {
        var databases = Systems.Select(system => SourceDatabase.At(kind, connection(system), system, $"{mappings}/{system}")).ToArray();
        lock (sources)
        {
            sources.AddRange(databases);
        }

        var world = await World.OpenAsync(await engine.NewDatabaseAsync(token), token, databases);
        await world.LoadAndPublishAsync(token);
        return world;
    }
}
