using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Migrations;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Rows;
using Analytics.Warehouse.Targets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Warehouse;

/// <summary>Registers the warehouse.</summary>
public static class WarehouseSetup
{
    /// <param name="services">Services.</param>
    /// <param name="connection">An open way to ClickHouse; the caller ends it.</param>
    /// <param name="dataDirectory">Where the SQLite control database lies.</param>
    /// <param name="controlConnectionString">Connection string of a PostgreSQL control database, or null.</param>
    public static IServiceCollection AddWarehouse(
        this IServiceCollection services, WarehouseConnection connection, string dataDirectory, string? controlConnectionString)
    {
        services.AddSingleton(_ => connection);
        services.AddDbContextFactory<ControlContext>(options => _ = controlConnectionString is null
            ? options.UseSqlite($"Data Source={Path.Combine(dataDirectory, "control.db")};Default Timeout=30")
            : options.UseNpgsql(controlConnectionString));
        services.AddSingleton<ControlDatabase>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<PublicationLedger>();
        services.AddSingleton<PublicationDiff>();
        services.AddSingleton<CompletenessReader>();
        services.AddSingleton<TargetLedger>();
        services.AddSingleton(provider => StatusRules.From(provider.GetService<IConfiguration>()?["Targets:StatusRules"]));
        services.AddSingleton<IndicatorReader>();
        services.AddSingleton<RefusalReasonReader>();
        services.AddSingleton<ChangedFigureReader>();
        services.AddSingleton<ForecastReader>();
        services.AddSingleton<ExplanationReader>();
        services.AddSingleton<LoadedSinceReader>();
        services.AddSingleton<FigureLineReader>();
        services.AddSingleton<FactRowReader>();
        return services;
    }
}
