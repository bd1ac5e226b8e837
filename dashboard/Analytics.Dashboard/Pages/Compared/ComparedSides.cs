using System.Globalization;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Compared;

/// <summary>The two sides of a comparison: a territory in a period each.</summary>
/// <param name="Territory">Territory asked about.</param>
/// <param name="Period">Period asked about.</param>
/// <param name="WithTerritory">Territory compared with.</param>
/// <param name="With">Period compared with, like the one asked about.</param>
public sealed record ComparedSides(Territory Territory, Period Period, Territory WithTerritory, Period With)
{
    /// <summary>True of one territory in two periods, which changes from the one to the other.</summary>
    public bool IsOfTime => Territory == WithTerritory;

    /// <summary>True when there is nothing to compare.</summary>
    public bool AreSame => IsOfTime && Period == With;

    /// <summary>Reads the sides: of the region against last year when nothing is said, of another territory in the same period.</summary>
    /// <returns>The sides, or null and the parameter that is wrong.</returns>
    public static ComparedSides? Read(PageQuery query, out WrongParameter? wrong)
    {
        wrong = null;
        var territory = Named("territory", query.Territory, Territories.Shipped.Region, ref wrong);
        var other = Named("with_territory", query.WithTerritory, territory, ref wrong);
        var with = territory == other ? query.Period.LastYear : query.Period;
        if (query.With is { } code && wrong is null)
        {
            var isPeriod = Period.TryParse(code, out with);
            if (!isPeriod || !with.IsLike(query.Period))
            {
                wrong = new WrongParameter("with", code, [.. Like(query.Period, isPeriod ? with.Year : query.Period.Year - 1)]);
            }
        }

        return wrong is null ? new ComparedSides(territory, query.Period, other, with) : null;
    }

    /// <summary>The state of the page with its sides exchanged.</summary>
    public PageQuery Exchanged(PageQuery query) =>
        query with { Period = With, With = Period.Code, Territory = WithTerritory.Slug, WithTerritory = Territory.Slug };

    // Like is compared with like: months with months, quarters with quarters, January to a month with the same months.
    private static IEnumerable<string> Like(Period period, int year) => period.Kind switch
    {
        PeriodKind.Month => Enumerable.Range(1, 12).Select(month => Period.OfMonth(year, month).Code),
        PeriodKind.Quarter => Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter).Code),
        _ => [year.ToString("0000", CultureInfo.InvariantCulture) + period.Code[4..]],
    };

    private static Territory Named(string parameter, string? slug, Territory whenAbsent, ref WrongParameter? wrong)
    {
        if (slug is null || Territories.Shipped.Find(slug) is not { } found)
        {
            wrong ??= slug is null ? null : new WrongParameter(parameter, slug, [.. Territories.Shipped.All.Select(territory => territory.Slug)]);
            return whenAbsent;
        }

        return found;
    }
}
