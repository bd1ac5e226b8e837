using Analytics.Reports.Charts;
using Analytics.Reports.Extracts;
using Analytics.Reports.Tables;
using Analytics.Reports.Workbooks;
using Analytics.Reports.Workbooks.Packs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Reports;

/// <summary>Registers workbooks and charts.</summary>
public static class ReportServices
{
    /// <summary>Adds <see cref="ReportPacks"/>, <see cref="IndicatorCharts"/> and the tables behind them; the caller adds the indicator reader.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(ReportOptions.Read(configuration))
        .AddTransient<ReportPacks>()
        .AddTransient<RowExtract>()
        .AddTransient<ChartTables>()
        .AddTransient<GroupTables>()
        .AddTransient<IndicatorCharts>();
}
