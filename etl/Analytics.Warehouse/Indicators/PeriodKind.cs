using System.Text.Json.Serialization;

namespace Analytics.Warehouse.Indicators;

/// <summary>Kinds of period in the lattice.</summary>
public enum PeriodKind
{
    Month = 1,
    Quarter = 2,

    [JsonStringEnumMemberName("ytd")]
    YearToDate = 3,
}
