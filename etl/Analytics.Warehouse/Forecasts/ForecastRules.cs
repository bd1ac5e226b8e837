using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Forecasts;

/// <summary>What can be forecast, and which past years it may learn from; pure code.</summary>
internal static class ForecastRules
{
    /// <summary>Why the question itself has no forecast, or null.</summary>
    public static ForecastReason? Refusal(Indicator indicator, Territory territory, Period period, Boundaries boundaries, Figure toDate) => toDate.State switch
    {
        _ when period.Kind != PeriodKind.YearToDate => ForecastReason.NotYearToDate,
        _ when period.IsWholeYear => ForecastReason.WholeYear,
        _ when !IsCumulative(indicator) => ForecastReason.NotCumulative,
        _ when boundaries == Boundaries.AsReported && IsPartOfYear(territory, period.Year) => ForecastReason.PartOfYear,
        ValueState.Zero => ForecastReason.NothingToDate,
        _ when !toDate.HasValue => Reason(toDate.State),
        _ => null,
    };

    /// <summary>The past years that can be compared with the one asked for, and those that cannot, with the reason; each oldest first.</summary>
    /// <param name="indicator">Indicator.</param>
    /// <param name="territory">Territory.</param>
    /// <param name="period">January to a month of the year asked for.</param>
    /// <param name="boundaries">Boundaries.</param>
    /// <param name="points">The years to date of past years; those of the month and of December are used.</param>
    public static (IReadOnlyList<PastYear> Years, IReadOnlyList<LeftOutYear> LeftOut) Years(
        Indicator indicator, Territory territory, Period period, Boundaries boundaries, IEnumerable<SeriesPoint> points)
    {
        var figures = points.ToDictionary(point => point.Period, point => point.Figure);
        var (years, leftOut) = (new List<PastYear>(), new List<LeftOutYear>());
        foreach (var year in figures.Keys.Select(key => key.Year).Distinct().Where(year => year < period.Year).Order())
        {
            var (toDate, whole) = (figures.GetValueOrDefault(Period.ToDate(year, period.LastMonthNumber)), figures.GetValueOrDefault(Period.OfYear(year)));
            if (Judge(indicator, territory, period, boundaries, year, toDate, whole) is { } left)
            {
                leftOut.Add(left);
            }
            else
            {
                years.Add(new PastYear(year, toDate!.Value!.Value, whole!.Value!.Value));
            }
        }

        return (years, leftOut);
    }

    /// <summary>Why the years that are left are too few: the newest year's break or change of land, when it is one that stands between.</summary>
    public static ForecastReason TooFew(IReadOnlyList<LeftOutYear> leftOut) =>
        leftOut is [.., { Reason: ForecastReason.SeriesBreak or ForecastReason.BoundaryChange } last] ? last.Reason : ForecastReason.TooFewYears;

    private static LeftOutYear? Judge(Indicator indicator, Territory territory, Period period, Boundaries boundaries, int year, Figure? toDate, Figure? whole)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(period.Year, 12, 31));
        if (boundaries == Boundaries.AsReported && IsPartOfYear(territory, year))
        {
            return new LeftOutYear(year, ForecastReason.PartOfYear, null);
        }

        if (Continuity.HasOtherLand(territory, boundaries, first, last))
        {
            return new LeftOutYear(year, ForecastReason.BoundaryChange, "boundary_changed");
        }

        if (Continuity.IsBroken(indicator, first, last))
        {
            return new LeftOutYear(year, ForecastReason.SeriesBreak, Continuity.Break(indicator, first, last)!.Note);
        }

        return (toDate, whole) switch
        {
            ({ HasValue: true, Value: <= 0 }, _) or (_, { HasValue: true, Value: <= 0 }) => new LeftOutYear(year, ForecastReason.NothingToDate, null),
            ({ HasValue: true }, { HasValue: true }) => null,
            ({ HasValue: true }, { } absent) => new LeftOutYear(year, Reason(absent.State), null),
            ({ } absent, _) => new LeftOutYear(year, Reason(absent.State), null),
            _ => new LeftOutYear(year, ForecastReason.NotReported, null),
        };
    }

    // What entered or left against last year may shrink when a later month shows the family again.
    private static bool IsCumulative(Indicator indicator) =>
        indicator.Accumulation is Accumulation.Flow or Accumulation.Distinct && !indicator.Numerator.LooksBack;

    private static bool IsPartOfYear(Territory territory, int year) => territory.MonthsInRegion(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) is > 0 and < 12;

    private static ForecastReason Reason(ValueState state) => state switch
    {
        ValueState.Hidden => ForecastReason.Hidden,
        ValueState.NotApplicable => ForecastReason.NotApplicable,
        _ => ForecastReason.NotReported,
    };
}
