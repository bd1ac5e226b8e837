using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>The question behind a line over time: one indicator, several territories, all periods of a kind.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Territories">Territories.</param>
/// <param name="Kind">Month, quarter or year to date (the whole year is the last of these).</param>
/// <param name="From">First day from which periods are wanted.</param>
/// <param name="To">Last day up to which periods are wanted.</param>
public sealed record SeriesQuery(Indicator Indicator, IReadOnlyList<Territory> Territories, PeriodKind Kind, DateOnly From, DateOnly To)
{
    public Boundaries Boundaries { get; init; } = Boundaries.AsReported;

    public Category Category { get; init; } = Category.All;

    public AidKind Aid { get; init; } = AidKind.All;

    /// <summary>The publication asked for; null is the one in force.</summary>
    public long? Publication { get; init; }

    /// <summary>Who will read the answer; to the public small numbers are not told.</summary>
    public Audience Audience { get; init; } = Audience.Internal;

    /// <summary>The periods of the line, in order: those that lie wholly between the two days.</summary>
    public IEnumerable<Period> Periods()
    {
        for (var month = new DateOnly(From.Year, From.Month, 1); month <= To; month = month.AddMonths(1))
        {
            var period = Kind switch
            {
                PeriodKind.Month => Period.OfMonth(month.Year, month.Month),
                PeriodKind.Quarter when month.Month % 3 == 0 => Period.OfQuarter(month.Year, month.Month / 3),
                PeriodKind.YearToDate => Period.ToDate(month.Year, month.Month),
                _ => null,
            };
            if (period is not null && period.LastDay <= To)
            {
                yield return period;
            }
        }
    }
}
