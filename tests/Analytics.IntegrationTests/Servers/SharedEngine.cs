using System.Globalization;
using System.Text.Json;
using Analytics.Warehouse.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.IntegrationTests.Servers;

/// <summary>One real engine for the assembly. Every world gets a database of its own in it.</summary>
public sealed class SharedEngine : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private int databases;
    private EngineProcess? engine;

    public EngineProcess Engine => engine ?? throw new InvalidOperationException("The engine is not running.");

    public string DataDirectory => folder.Path;

    public async ValueTask InitializeAsync() => engine = await StartAsync(folder.Path, TestContext.Current.CancellationToken);

    /// <summary>Starts an engine on a free port.</summary>
    public static Task<EngineProcess> StartAsync(string dataDirectory, CancellationToken cancellationToken) => EngineProcess.StartAsync(
        dataDirectory, new EngineOptions { HttpPort = 0 }, TimeProvider.System, NullLogger.Instance, cancellationToken);

    /// <summary>An empty database and the way to it, as to a server.</summary>
    public async Task<WarehouseConnection> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"world_{Interlocked.Increment(ref databases)}");
        await Engine.Connection.Loader.ExecuteNonQueryAsync($"CREATE DATABASE {name} ENGINE = Atomic", cancellationToken: cancellationToken);
        return WarehouseConnection.ToServer(ConnectionString("loader", PasswordOf(folder.Path, "Loader"), Engine.Port, name), null);
    }

    public static string PasswordOf(string dataDirectory, string user)
    {
        using var secrets = JsonDocument.Parse(File.ReadAllText(Path.Combine(dataDirectory, "engine", "secrets.json")));
        return secrets.RootElement.GetProperty(user).GetString()!;
    }

    public static string ConnectionString(string user, string password, int port, string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={user};Password={password};Database={database}");

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }

        folder.Dispose();
    }
}
