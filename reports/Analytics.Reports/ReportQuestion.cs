using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports;

/// <summary>What a workbook or a picture is asked for.</summary>
/// <param name="Period">Period of the figures; they are compared with the same months of last year.</param>
/// <param name="Language">Language of all texts.</param>
public sealed record ReportQuestion(Period Period, Language Language)
{
    /// <summary>Whom it is about: the region with its units, or one unit.</summary>
    public Territory Place { get; init; } = Warehouse.Dimensions.Territories.Shipped.Region;

    /// <summary>The period compared with; null is the same months of last year.</summary>
    public Period? With { get; init; }

    /// <summary>Who will read it; to the public small numbers are not told.</summary>
    public Audience Audience { get; init; } = Audience.Internal;

    /// <summary>Boundaries on which the figures stand.</summary>
    public Boundaries Boundaries { get; init; } = Boundaries.AsReported;

    public Category Category { get; init; } = Category.All;

    public AidKind Aid { get; init; } = AidKind.All;

    /// <summary>True to tell changes also where the two sides are not comparable, with their reasons.</summary>
    public bool ShowsIncomparable { get; init; }

    /// <summary>What orders the territories; null is the official order.</summary>
    public TerritorySort? Sort { get; init; }

    /// <summary>Number of the publication asked for; null is the one in force.</summary>
    public long? Publication { get; init; }

    /// <summary>True when the figures are synthetic: every sheet and picture then says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The region and its units.</summary>
    public IReadOnlyList<Territory> Territories => AskedTerritories.Of(Warehouse.Dimensions.Territories.Shipped, Boundaries, [Period, With ?? Period.LastYear]);

    /// <summary>The question that the reader is asked: indicators by district beside last year, and the one that orders the districts.</summary>
    public IndicatorQuery Of(params IEnumerable<Indicator> indicators) => new([.. indicators.Concat(Sort?.By is { } by ? [by] : []).Distinct()], Territories, Period)
    {
        Comparisons = new HashSet<Comparison> { Comparison.LastYear },
        ShowsIncomparable = ShowsIncomparable,
        Audience = Audience,
        Boundaries = Boundaries,
        Category = Category,
        Aid = Aid,
        Publication = Publication,
    };

    /// <summary>The question of a line over time: the region by month, in the period's year and the two before it.</summary>
    public SeriesQuery Months(Indicator indicator) =>
        new(indicator, [Warehouse.Dimensions.Territories.Shipped.Region], PeriodKind.Month, new DateOnly(Period.Year - 2, 1, 1), new DateOnly(Period.Year, 12, 31))
        {
            Audience = Audience,
            Boundaries = Boundaries,
            Category = Category,
            Aid = Aid,
            Publication = Publication,
        };

    /// <summary>Category and kind of aid in words, where they are not all: for a line of a heading.</summary>
    public IEnumerable<string> Filters => new[]
    {
        Category == Category.All ? null : Language.Name(Category),
        Aid == AidKind.All ? null : Language.Name(Aid),
    }.OfType<string>();
}
