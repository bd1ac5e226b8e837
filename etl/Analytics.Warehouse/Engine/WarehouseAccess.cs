using Microsoft.Extensions.Logging;

namespace Analytics.Warehouse.Engine;

/// <summary>An open way to the warehouse: a server, the engine of another process on the data directory, or an engine of its own.</summary>
public sealed class WarehouseAccess : IAsyncDisposable
{
    private WarehouseAccess(WarehouseConnection connection, EngineProcess? engine, bool isJoined)
    {
        Connection = connection;
        Engine = engine;
        IsJoined = isJoined;
    }

    public WarehouseConnection Connection { get; }

    /// <summary>The engine that this process runs, or null.</summary>
    public EngineProcess? Engine { get; }

    /// <summary>True when another process on the same data directory runs the engine and keeps it in order.</summary>
    public bool IsJoined { get; }

    /// <summary>True when no other process works on this warehouse.</summary>
    public bool IsAlone => Engine is not null;

    /// <summary>For the server of the data directory: it must own the embedded engine.</summary>
    /// <exception cref="EngineException">Another process has the data directory.</exception>
    public static async Task<WarehouseAccess> OwnAsync(
        string dataDirectory, WarehouseOptions warehouse, EngineOptions engine, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        if (warehouse.ConnectionString is { } connectionString)
        {
            return new WarehouseAccess(await ServerAsync(connectionString, warehouse, cancellationToken), null, isJoined: false);
        }

        var process = await EngineProcess.StartAsync(dataDirectory, engine, clock, logger, cancellationToken);
        return new WarehouseAccess(process.Connection, process, isJoined: false);
    }

    /// <summary>For a command: joins the running server's engine, or starts one for as long as the command takes.</summary>
    /// <exception cref="EngineException">No engine can be reached or started.</exception>
    public static async Task<WarehouseAccess> JoinAsync(
        string dataDirectory, WarehouseOptions warehouse, EngineOptions engine, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        if (warehouse.ConnectionString is null
            && await EngineProcess.FindRunningAsync(dataDirectory, cancellationToken) is { } running)
        {
            return new WarehouseAccess(running, null, isJoined: true);
        }

        return await OwnAsync(dataDirectory, warehouse, engine, clock, logger, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine is not null)
        {
            await Engine.DisposeAsync();
        }
        else
        {
            Connection.Dispose();
        }
    }

    private static async Task<WarehouseConnection> ServerAsync(string connectionString, WarehouseOptions options, CancellationToken cancellationToken)
    {
        var connection = WarehouseConnection.ToServer(connectionString, options.ReaderConnectionString, options.TimeoutSeconds);
        try
        {
            await connection.Loader.ExecuteNonQueryAsync(
                "CREATE DATABASE IF NOT EXISTS {name:Identifier}",
                Parameters.Of(("name", connection.DatabaseName)),
                new() { Database = "system" },
                cancellationToken);
            return connection;
        }
        catch (Exception exception) when (exception is HttpRequestException or ClickHouse.Driver.ClickHouseServerException)
        {
            connection.Dispose();
            throw new EngineException($"The ClickHouse server {connection.Description} cannot be used: {WarehouseFailure.Message(exception)} Check Warehouse:ConnectionString.", exception);
        }
    }
}
