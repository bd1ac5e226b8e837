using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Boards;

/// <summary>How many districts have closed the page's period, and up to which month those have that did not.</summary>
/// <param name="Closed">Districts in which every month of the period is closed in every table of facts that the page shows.</param>
/// <param name="Late">The others, each with its last month closed in all of them; null where none is.</param>
public sealed record Closing(int Closed, IReadOnlyList<(Territory District, DateOnly? Through)> Late)
{
    private const int Named = 4;

    public int All => Closed + Late.Count;

    /// <param name="completeness">Which months are closed where.</param>
    /// <param name="publication">Publication of the page.</param>
    /// <param name="indicators">Indicators of the page.</param>
    /// <param name="period">Period of the page.</param>
    public static Closing Of(Completeness completeness, Publication publication, IEnumerable<Indicator> indicators, Period period)
    {
        var facts = indicators.SelectMany(indicator => indicator.Measures).Select(measure => measure.Fact).Distinct(StringComparer.Ordinal)
            .Where(publication.Coverage.ContainsKey)
            .ToList();
        var districts = Territories.Shipped.During(period.FirstDay, period.LastDay).Where(territory => territory.Kind != TerritoryKind.Region).ToList();
        var late = districts
            .Where(district => !facts.TrueForAll(fact => completeness.IsClosed(fact, district, period.FirstDay, period.LastDay)))
            .Select(district => (district, Through: facts.Select(fact => completeness.ClosedThrough(fact, district)).Min()))
            .ToList();
        return new Closing(districts.Count - late.Count, late);
    }

    /// <summary>The sentence: <c>17 из 19 районов закрыли период; Самарский район — по апрель 2021</c>.</summary>
    public string In(Language language)
    {
        if (Late.Count == 0)
        {
            return language.PageCount("closing.all", All);
        }

        var named = Late.Take(Named).Select(late => late.Through is { } month
            ? language.Page("closing.through", late.District.Name(language.Code, month), language.Name(Period.OfMonth(month.Year, month.Month)))
            : language.Page("closing.nothing", late.District.Name(language.Code, DateOnly.MaxValue)));
        var others = Late.Count > Named ? "; " + language.PageCount("closing.others", Late.Count - Named) : "";
        return language.Page("closing.some", Closed, All) + ": " + string.Join("; ", named) + others;
    }
}
