using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>The one question that page, chart, workbook and API ask.</summary>
/// <param name="Indicators">Indicators wanted, in the order wanted.</param>
/// <param name="Territories">Territories wanted, in the order wanted.</param>
/// <param name="Period">Period of the figures.</param>
public sealed record IndicatorQuery(IReadOnlyList<Indicator> Indicators, IReadOnlyList<Territory> Territories, Period Period)
{
    public IReadOnlySet<Comparison> Comparisons { get; init; } = new HashSet<Comparison>();

    /// <summary>Further periods to compare with, of the same kind and number of months.</summary>
    public IReadOnlyList<Period> ComparedWith { get; init; } = [];

    /// <summary>True to see changes all the same where the two sides are not comparable; they carry their reasons.</summary>
    public bool ShowsIncomparable { get; init; }

    /// <summary>All periods of the question, the one asked for first.</summary>
    public IReadOnlyList<Period> Periods => [.. new[] { Period }
        .Concat(Comparisons.Where(comparison => comparison != Comparison.Target).Select(comparison => comparison == Comparison.LastYear ? Period.LastYear : Period.Previous))
        .Concat(ComparedWith)
        .Distinct()];

    public Boundaries Boundaries { get; init; } = Boundaries.AsReported;

    public Category Category { get; init; } = Category.All;

    public AidKind Aid { get; init; } = AidKind.All;

    /// <summary>Who will read the answer; to the public small numbers are not told.</summary>
    public Audience Audience { get; init; } = Audience.Internal;

    /// <summary>The publication asked for; null is the one in force.</summary>
    public long? Publication { get; init; }
}
