using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Indicators;

/// <summary>
/// Makes figures of lattice cells, in pure code: tells zero from not reported and from not applicable, and divides once, last,
/// numerator and denominator of the very level shown.
/// </summary>
internal sealed class FigureRules(LatticeCells cells, Publication publication, Category category, AidKind aid, DisclosureGate gate)
{
    /// <summary>The figure as the audience may see it, and the code of the note that explains why there is none, or how it was made.</summary>
    public (Figure Figure, string? Note) Figure(Indicator indicator, Ground? ground, Period period)
    {
        var (figure, note) = FigureOf(indicator, ground, period);
        return gate.IsOpen ? (figure, note) : Passed(indicator, ground, period, figure, note);
    }

    private (Figure Figure, string? Note) Passed(Indicator indicator, Ground? ground, Period period, Figure figure, string? note)
    {
        var passed = gate.Pass(
            figure,
            indicator,
            ground,
            period,
            category,
            aid,
            measure => cells.IsEstimated(measure.Name, ground!.CellId, period.LastDay, measure.HasCategory ? category : Category.All, measure.HasAid ? aid : AidKind.All));
        return (passed, passed.State == ValueState.Hidden ? "hidden_small" : note);
    }

    private (Figure Figure, string? Note) FigureOf(Indicator indicator, Ground? ground, Period period)
    {
        if (ground is null)
        {
            return (Indicators.Figure.Absent(ValueState.NotApplicable), "no_common_land");
        }

        if (ground.MonthsInRegion(Territories.Shipped, period) == 0)
        {
            return (Indicators.Figure.Absent(ValueState.NotApplicable), "not_in_region");
        }

        if (period.LastDay < indicator.ValidFrom)
        {
            return (Indicators.Figure.Absent(ValueState.NotApplicable), "not_in_force");
        }

        if (category != Category.All && !indicator.HasCategory)
        {
            return (Indicators.Figure.Absent(ValueState.NotApplicable), "category_not_known");
        }

        if (aid != AidKind.All && !indicator.HasAid)
        {
            return (Indicators.Figure.Absent(ValueState.NotApplicable), "aid_not_known");
        }

        if (!IsReported(indicator.Numerator, period) || (indicator.Denominator is not null && !IsReported(indicator.Denominator, period)))
        {
            return (Indicators.Figure.Absent(ValueState.NotReported), IsPartlyReported(indicator.Numerator, period) ? "period_incomplete" : null);
        }

        if (Is(cells.IsIndivisible, indicator, ground, period))
        {
            return (Indicators.Figure.Absent(ValueState.NotApplicable), "not_divisible");
        }

        var (figure, note) = Divide(indicator, Amount(indicator.Numerator, ground, period), indicator.Denominator is null ? null : Amount(indicator.Denominator, ground, period));
        return (figure, note ?? (Is(cells.IsEstimated, indicator, ground, period) ? "split_by_shares" : null));
    }

    private static (Figure Figure, string? Note) Divide(Indicator indicator, decimal? numerator, decimal? denominator) => (numerator, denominator) switch
    {
        (null, _) when indicator.Numerator.Rule == MeasureRule.Median => (Indicators.Figure.Absent(ValueState.NotApplicable), "nothing_to_divide_by"),
        (null, _) => (Indicators.Figure.Absent(ValueState.NotReported), null),
        ({ } value, _) when indicator.Denominator is null => (new Figure(value == 0 ? ValueState.Zero : ValueState.Measured, value, null, value), null),
        (_, null) => (Indicators.Figure.Absent(ValueState.NotReported), null),
        (_, 0) => (Indicators.Figure.Absent(ValueState.NotApplicable), "nothing_to_divide_by"),
        ({ } part, { } whole) => (new Figure(part == 0 ? ValueState.Zero : ValueState.Measured, part, whole, part * indicator.Factor / whole), null),
    };

    // A stock that was not counted is not known and a median of nothing does not exist; everything else that is not there is zero.
    private decimal? Amount(Measure measure, Ground ground, Period period) =>
        cells[measure.Name, ground.CellId, period.LastDay, measure.HasCategory ? category : Category.All, measure.HasAid ? aid : AidKind.All]
        ?? (measure.Rule is MeasureRule.Stock or MeasureRule.Median ? null : 0m);

    private bool Is(Func<string, uint, DateOnly, Category, AidKind, bool> holds, Indicator indicator, Ground ground, Period period)
    {
        return Of(indicator.Numerator) || (indicator.Denominator is { } denominator && Of(denominator));

        bool Of(Measure measure) =>
            holds(measure.Name, ground.CellId, period.LastDay, measure.HasCategory ? category : Category.All, measure.HasAid ? aid : AidKind.All);
    }

    private bool IsReported(Measure measure, Period period) =>
        Covers(measure, period) && (!measure.LooksBack || Covers(measure, period.LastYear));

    private bool Covers(Measure measure, Period period) =>
        publication.Coverage.TryGetValue(measure.Fact, out var months)
        && months.Contains(period.FirstDay) && months.Contains(new DateOnly(period.Year, period.LastMonthNumber, 1));

    private bool IsPartlyReported(Measure measure, Period period) =>
        publication.Coverage.TryGetValue(measure.Fact, out var months)
        && months.Contains(period.FirstDay) && !months.Contains(new DateOnly(period.Year, period.LastMonthNumber, 1));
}
