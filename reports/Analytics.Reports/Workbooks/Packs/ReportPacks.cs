using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>The report packs by the names that people type: <c>analytics report akimat</c>, <c>/reports/akimat.xlsx</c>.</summary>
public sealed class ReportPacks(IndicatorReader reader)
{
    private readonly SortedDictionary<string, ReportPack> packs = new(StringComparer.Ordinal)
    {
        ["akimat"] = new AkimatPack(reader).WriteAsync,
    };

    /// <summary>All names, in alphabetical order.</summary>
    public IReadOnlyCollection<string> Names => packs.Keys;

    /// <summary>The pack of a name, or null when there is none.</summary>
    public ReportPack? Find(string name) => packs.GetValueOrDefault(name);
}
