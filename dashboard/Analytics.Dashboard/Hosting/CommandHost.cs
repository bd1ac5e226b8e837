using Analytics.Dashboard.Targets;
using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Reports;
using Analytics.Warehouse;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Migrations;

namespace Analytics.Dashboard.Hosting;

/// <summary>The services of one command, beside a running server on the same data directory or without one.</summary>
public sealed class CommandHost : IAsyncDisposable
{
    private readonly WarehouseAccess access;
    private readonly ServiceProvider services;

    private CommandHost(AnalyticsSettings settings, WarehouseAccess access, ServiceProvider services)
    {
        Settings = settings;
        this.access = access;
        this.services = services;
    }

    public AnalyticsSettings Settings { get; }

    public static async Task<CommandHost> OpenAsync(string data, CancellationToken cancellationToken)
    {
        var settings = AnalyticsSettings.Read(data);
        using var logging = LoggerFactory.Create(static builder => builder.AddSimpleConsole().SetMinimumLevel(LogLevel.Critical));
        var access = await WarehouseAccess.JoinAsync(
            settings.DataDirectory, settings.Warehouse, settings.Engine, TimeProvider.System, logging.CreateLogger<EngineProcess>(), cancellationToken);
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(settings.Configuration)
            .AddLogging(static builder => builder.SetMinimumLevel(LogLevel.None))
            .AddWarehouse(access.Connection, settings.DataDirectory, settings.ControlConnectionString)
            .AddEtl(settings.Configuration, settings.DataDirectory)
            .AddReports(settings.Configuration)
            .AddTargets()
            .BuildServiceProvider();
        var host = new CommandHost(settings, access, services);
        try
        {
            await PrepareAsync(services, access, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings both databases up to date and clears away what a crash left.</summary>
    public static async Task PrepareAsync(IServiceProvider services, WarehouseAccess access, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ControlDatabase>().MigrateAsync(cancellationToken);
        if (access.IsJoined)
        {
            // The server that runs the engine has done the rest.
            return;
        }

        await MigrateAloneAsync(services, access.IsAlone, cancellationToken);
        await services.GetRequiredService<Recovery>().RunAsync(access.IsAlone, cancellationToken);
    }

    // Two programs that start at the same time would fill the same tables.
    private static async Task MigrateAloneAsync(IServiceProvider services, bool isAlone, CancellationToken cancellationToken)
    {
        var leases = services.GetRequiredService<Leases>();
        Lease? lease = null;
        while (!isAlone && (lease = await leases.TryAcquireAsync("migration", cancellationToken)) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }

        try
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        }
        finally
        {
            if (lease is not null)
            {
                await leases.ReleaseAsync(lease, CancellationToken.None);
            }
        }
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await access.DisposeAsync();
    }
}
