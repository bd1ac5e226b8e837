using Analytics.Dashboard.Api;
using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Security;
using Analytics.Dashboard.Targets;
using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Reports;
using Analytics.Warehouse;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Publications;
using Hangfire;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Hosting;

/// <summary>The long-running process: engine, web pages and jobs, as its role says.</summary>
public sealed class AnalyticsServer(AnalyticsSettings settings, string urls, string role)
{
    private bool RunsWeb => role is "all" or "web";

    private bool RunsJobs => role is "all" or "worker";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var logging = LoggerFactory.Create(builder => Log(builder, settings.Configuration));
        await using var access = await WarehouseAccess.OwnAsync(
            settings.DataDirectory, settings.Warehouse, settings.Engine, TimeProvider.System, logging.CreateLogger<EngineProcess>(), cancellationToken);
        if (RunsJobs)
        {
            await settings.PrepareDemoAsync(new Progress<string>(Console.WriteLine), cancellationToken);
        }

        await using var app = Build(access.Connection);
        if (RunsJobs)
        {
            // A wrong source is told at the start, not by the first job.
            _ = app.Services.GetRequiredService<SourceRegistry>();
        }

        await CommandHost.PrepareAsync(app.Services, access, cancellationToken);
        await app.StartAsync(cancellationToken);
        if (RunsJobs)
        {
            Schedule.Register(app.Services.GetRequiredService<IRecurringJobManager>(), app.Services.GetRequiredService<IOptions<VerificationOptions>>().Value);
        }

        _ = AnnounceReadyAsync(app, cancellationToken);
        using var stop = cancellationToken.Register(app.Lifetime.StopApplication);
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private WebApplication Build(WarehouseConnection connection)
    {
        // The pages' files lie beside the program, wherever it was started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" });
        builder.Configuration.AddConfiguration(settings.Configuration);
        Log(builder.Logging, settings.Configuration);
        builder.WebHost.UseUrls(RunsWeb ? urls : "http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddWarehouse(connection, settings.DataDirectory, settings.ControlConnectionString)
            .AddEtl(settings.Configuration, settings.DataDirectory)
            .AddSchedule(settings.ControlConnectionString, RunsJobs)
            .AddReports(settings.Configuration)
            .AddTargets()
            .AddApi()
            .AddPages(settings.Configuration, settings.DataDirectory);
        var app = builder.Build();
        // The gate and the cache of pages have to know what is asked for.
        app.UseRouting();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<AudienceGate>();
        app.MapHealth();
        if (RunsWeb)
        {
            app.MapApi();
            app.MapReports();
            app.MapTargets();
            app.MapHangfireDashboard("/jobs");
            app.MapPages();
        }

        return app;
    }

    private static async Task AnnounceReadyAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var publications = app.Services.GetRequiredService<PublicationLedger>();
        while (await publications.CurrentAsync(cancellationToken) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        Console.WriteLine($"Ready: {app.Urls.First()}");
    }

    private static void Log(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.Services.AddSingleton(TimeProvider.System);
        logging.AddConsole(static console => console.FormatterName = ReadableConsole.FormatterName).AddConsoleFormatter<ReadableConsole, ConsoleFormatterOptions>();
        logging.AddConfiguration(configuration.GetSection("Logging"));
        if (!configuration.GetSection("Logging:LogLevel").Exists())
        {
            logging.SetMinimumLevel(LogLevel.Warning);
            logging.AddFilter("Analytics", LogLevel.Information);
        }
    }
}
