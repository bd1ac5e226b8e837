using Analytics.Reports.Tables;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>The list of all report packs, by the names that people type: <c>analytics report akimat</c>, <c>/reports/akimat.xlsx</c>.</summary>
public sealed class ReportPacks(IndicatorReader reader, ChartTables tables, ReportOptions options)
{
    /// <summary>All packs in the order in which they are offered.</summary>
    public IReadOnlyList<ReportPack> All { get; } =
    [
        new AkimatPack(reader, options),
        new DistrictPack(reader),
        new YearOverYearPack(reader),
        new GroupPack("grants", IndicatorGroup.Grants, [("grant_applications", ChartKind.Funnel), ("grants_refused", ChartKind.Reasons), ("grant_applications", ChartKind.Trend)], reader, tables),
        new GroupPack("employment", IndicatorGroup.Employment, [("placements", ChartKind.Kinds), ("placements", ChartKind.Trend)], reader, tables),
        new StatutoryPack(reader),
        new PublicPack(reader),
    ];

    /// <summary>All names, in the order in which they are offered.</summary>
    public IEnumerable<string> Names => All.Select(pack => pack.Name);

    /// <summary>The pack of a name, or null when there is none.</summary>
    public ReportPack? Find(string name) => All.FirstOrDefault(pack => pack.Name == name);
}
