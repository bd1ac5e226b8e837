using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports;

/// <summary>What a workbook or a picture is asked for.</summary>
/// <param name="Period">Period of the figures; they are compared with the same months of last year.</param>
/// <param name="Language">Language of all texts.</param>
public sealed record ReportQuestion(Period Period, Language Language)
{
    /// <summary>Who will read it; to the public small numbers are not told.</summary>
    public Audience Audience { get; init; } = Audience.Internal;

    /// <summary>Boundaries on which the figures stand.</summary>
    public Boundaries Boundaries { get; init; } = Boundaries.AsReported;

    /// <summary>True when the figures are synthetic: every sheet and picture then says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The region and its units.</summary>
    public IReadOnlyList<Territory> Territories => AskedTerritories.Of(Warehouse.Dimensions.Territories.Shipped, Boundaries, [Period, Period.LastYear]);
}
