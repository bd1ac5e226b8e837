using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Targets;

namespace Analytics.Warehouse.Indicators;

/// <summary>The values of a question: of each indicator in each territory its figure, what it is compared with, and the notes of both. Pure code over cells.</summary>
internal sealed class ValuesOfQuestion(IndicatorQuery query, FigureRules rules, Completeness completeness, PlansOfQuestion? targets)
{
    public const string Preliminary = "preliminary";

    private readonly IReadOnlyList<Period> periods = query.Periods;

    /// <summary>True when a month of the period is not yet closed in a unit that holds a part of the land.</summary>
    public static bool IsPreliminary(Completeness completeness, Indicator indicator, Ground? ground, Period period) => ground is not null
        && indicator.Measures.Any(measure => completeness.IsPreliminary(measure.Fact, ground.Territory, ground.Land, period.FirstDay, period.LastDay));

    public IndicatorValue Of(Indicator indicator, Territory territory, Ground? ground)
    {
        var (figure, note) = rules.Figure(indicator, ground, query.Period);
        var lastYear = Asked(Comparison.LastYear, query.Period.LastYear);
        var previous = Asked(Comparison.Previous, query.Period.Previous);
        var others = query.ComparedWith.Select(period => Compared(indicator, ground, figure, period)).ToList();
        List<ComparedFigure> compared = [.. new[] { lastYear, previous }.OfType<ComparedFigure>(), .. others];
        return new IndicatorValue(
            indicator,
            territory,
            figure,
            lastYear?.Figure,
            lastYear?.Change,
            previous?.Figure,
            previous?.Change,
            Target(indicator, territory, ground, figure),
            [.. Notes(indicator, ground, note, compared).Distinct()])
        {
            NotComparable = lastYear?.Reasons ?? [],
            NotComparableWithPrevious = previous?.Reasons ?? [],
            Others = others,
            Land = ground?.Land,
        };

        ComparedFigure? Asked(Comparison comparison, Period period) => query.Comparisons.Contains(comparison) ? Compared(indicator, ground, figure, period) : null;
    }

    private ComparedFigure Compared(Indicator indicator, Ground? ground, Figure figure, Period period)
    {
        var (other, note) = rules.Figure(indicator, ground, period);
        var between = ground is null ? [] : ComparisonNotes.Between(indicator, ground, query.Period, period);
        List<string> reasons = [.. between.Where(one => one.Forbids).Select(one => one.Note)];
        return new ComparedFigure(
            period,
            other,
            reasons.Count == 0 || query.ShowsIncomparable ? Change.Between(indicator, figure, other) : null,
            figure.HasValue && other.HasValue ? reasons : [],
            [.. between.Select(one => one.Note), .. note is "split_by_shares" ? new[] { note } : []]);
    }

    private IEnumerable<string> Notes(Indicator indicator, Ground? ground, string? note, IReadOnlyList<ComparedFigure> compared)
    {
        if (note is not null)
        {
            yield return note;
        }

        if (ground is null)
        {
            yield break;
        }

        if (periods.Any(period => IsPreliminary(completeness, indicator, ground, period)))
        {
            yield return Preliminary;
        }

        foreach (var broken in ComparisonNotes.Between(indicator, ground, query.Period.FirstDay, query.Period.LastDay).Select(one => one.Note).Concat(compared.SelectMany(one => one.Notes)))
        {
            yield return broken;
        }

        if (periods.Any(period => ComparisonNotes.IsPartlyInRegion(ground, period)))
        {
            yield return "part_of_period";
        }

        if (ground.IsMerged)
        {
            yield return "merged_units";
        }
    }

    // A plan is made for the land of its day.
    private TargetFigure? Target(Indicator indicator, Territory territory, Ground? ground, Figure figure) =>
        ground is null || (ground.Land is { } land && !IsLandOfTheYear(territory, land)) ? null : targets?.Of(indicator, ground, figure);

    private bool IsLandOfTheYear(Territory territory, Land land) =>
        land.Id == Territories.Shipped.Land.LandOf(territory, new DateOnly(query.Period.Year, 1, 1)).Id && land.Id == Territories.Shipped.Land.LandOf(territory, query.Period.LastDay).Id;
}
