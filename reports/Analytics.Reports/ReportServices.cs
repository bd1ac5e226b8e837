using Analytics.Reports.Charts;
using Analytics.Reports.Workbooks;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Reports;

/// <summary>Registers workbooks and charts.</summary>
public static class ReportServices
{
    /// <summary>Adds <see cref="ReportPacks"/> and <see cref="IndicatorCharts"/>; the caller adds the indicator reader.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddTransient<ReportPacks>()
        .AddTransient<IndicatorCharts>();
}
