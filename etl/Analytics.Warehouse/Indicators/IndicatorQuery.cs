using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>The one question that page, chart, workbook and API ask.</summary>
/// <param name="Indicators">Indicators wanted, in the order wanted.</param>
/// <param name="Territories">Territories wanted, in the order wanted.</param>
/// <param name="Period">Period of the figures.</param>
public sealed record IndicatorQuery(IReadOnlyList<Indicator> Indicators, IReadOnlyList<Territory> Territories, Period Period)
{
    public IReadOnlySet<Comparison> Comparisons { get; init; } = new HashSet<Comparison>();

    public Boundaries Boundaries { get; init; } = Boundaries.AsReported;

    public Category Category { get; init; } = Category.All;

    public AidKind Aid { get; init; } = AidKind.All;

    /// <summary>Who will read the answer; to the public small numbers are not told.</summary>
    public Audience Audience { get; init; } = Audience.Internal;

    /// <summary>The publication asked for; null is the one in force.</summary>
    public long? Publication { get; init; }
}
