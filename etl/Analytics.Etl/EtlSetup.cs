using Analytics.Etl.Alerts;
using Analytics.Etl.Alerts.Channels;
using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Publishing;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Disclosure;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Analytics.Etl;

/// <summary>Registers the loads.</summary>
public static class EtlSetup
{
    /// <param name="services">Services.</param>
    /// <param name="configuration">Sections <c>Sources</c> and <c>ConnectionStrings</c>.</param>
    /// <param name="dataDirectory">Where the secret for pseudonyms is kept unless a file is named for it.</param>
    public static IServiceCollection AddEtl(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddSingleton(provider => new SourceRegistry(
            SourceSettings.Read(configuration.GetSection("Sources")), configuration,
            provider.GetRequiredService<UnitLedger>().KnownFiles, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => PseudonymSecret.ReadOrCreate(dataDirectory));
        services.AddSingleton(provider => new Pseudonyms(provider.GetRequiredService<PseudonymSecret>().Bytes));
        services.AddSingleton<KeyVersions>();
        services.AddSingleton(_ => configuration.GetSection("Loading").Get<LoadingOptions>() ?? new LoadingOptions());
        services.AddSingleton<Leases>();
        services.AddSingleton<UnitLedger>();
        services.AddSingleton<ChangedUnits>();
        services.AddSingleton<SourceDrift>();
        services.AddSingleton<Quarantine>();
        services.AddSingleton<UnitStaging>();
        services.AddSingleton<QuarantineReader>();
        services.AddSingleton<UnitLoad>();
        services.AddSingleton<Preview>();
        services.AddSingleton<LoadRun>();
        services.AddSingleton<Verification>();
        services.AddSingleton<LatticeBuilder>();
        services.AddSingleton<TargetTakeover>();
        services.AddSingleton<Targets.Upload.TargetUpload>();
        services.AddSingleton<FactAudit>();
        services.AddSingleton<PublicationSwitch>();
        services.AddSingleton<PublicationBuilder>();
        services.AddSingleton<PublicEdition>();
        services.AddOptions<DisclosureOptions>().Bind(configuration.GetSection(DisclosureOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Recovery>();
        services.AddSingleton<PublicationAudit>();
        services.AddSingleton<RunLedger>();
        services.AddSingleton<RunUnits>();
        services.AddSingleton<RunPlan>();
        services.AddSingleton<Backfill>();
        services.AddOptions<VerificationOptions>().Bind(configuration.GetSection("Verification"));
        return services.AddAlerts(configuration, dataDirectory);
    }

    private static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection("Alerts")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>();
        services.AddSingleton(new DataDirectory(dataDirectory));
        services.AddSingleton<AlertLedger>();
        services.AddSingleton<SourceChecks>();
        services.AddSingleton<DriftLedger>();
        services.AddSingleton<LoadAlerts>();
        services.AddSingleton<DriftAlerts>();
        services.AddSingleton<PublicationAlerts>();
        services.AddSingleton<Freshness>();
        services.AddSingleton<WarehouseWatch>();
        services.AddSingleton<AlertChannels>();
        services.AddSingleton<AlertDelivery>();
        services.AddSingleton<AlertRound>();
        return services;
    }

    /// <summary>Registers Hangfire: in memory, or in PostgreSQL when the control database is there.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, string? postgresConnectionString, bool runJobs)
    {
        services.AddSingleton<Schedule>();
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (postgresConnectionString is null)
            {
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) });
            }
            else
            {
                hangfire.UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(postgresConnectionString), new PostgreSqlStorageOptions
                    {
                        // Jobs of a killed worker are taken up by another after this time; a living one prolongs it.
                        UseSlidingInvisibilityTimeout = true,
                        InvisibilityTimeout = TimeSpan.FromMinutes(2),

                        // Its locks last milliseconds; one whose release was lost would stop a worker for ten minutes.
                        DistributedLockTimeout = TimeSpan.FromSeconds(20),
                        // What a page asks for is done by a worker of another process: it should not wait long.
                        QueuePollInterval = TimeSpan.FromSeconds(1),
                    });
            }
        });
        if (runJobs)
        {
            services.AddHangfireServer(server =>
            {
                server.WorkerCount = 2;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            });
        }

        return services;
    }
}
