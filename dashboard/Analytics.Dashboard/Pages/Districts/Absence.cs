using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Districts;

/// <summary>Why a territory has no figures in a period, and where its land has them.</summary>
/// <param name="Text">The reason, with its day.</param>
/// <param name="Whole">The nearest like period in which it was in the region all the time; null where there is none.</param>
/// <param name="Others">Units of the region that held its land before, or got it.</param>
public sealed record Absence(string Text, Period? Whole, IReadOnlyList<Territory> Others)
{
    /// <summary>The absence of a territory from a period; null when it was in the region in some month of it.</summary>
    /// <param name="territories">All territories.</param>
    /// <param name="territory">Territory.</param>
    /// <param name="period">Period.</param>
    /// <param name="years">Years that are loaded.</param>
    /// <param name="language">Language of the reason.</param>
    public static Absence? Of(Territories territories, Territory territory, Period period, IReadOnlyCollection<int> years, Language language)
    {
        if (territory.IsInRegionDuring(period.FirstDay, period.LastDay))
        {
            return null;
        }

        var name = territory.Name(language.Code, period.LastDay);
        var inside = territory.Versions.Where(version => version.IsInRegion).ToList();
        var whole = years
            .Select(year => period with { Year = year })
            .Where(like => territory.MonthsInRegion(like.FirstDay, like.LastDay) == like.Months)
            .OrderBy(like => Math.Abs(like.Year - period.Year))
            .FirstOrDefault();
        var sources = territories.Changes.Where(change => change.MovesLand && change.To == territory.Slug).Select(change => change.From);
        var heirs = territories.Changes.Where(change => change.MovesLand && change.From == territory.Slug).Select(change => change.To);
        return inside switch
        {
            [] => new Absence(language.Page("district.absent.never", name), null, Known(sources)),
            _ when period.LastDay < inside[0].ValidFrom => new Absence(language.Page("district.absent.before", name, language.Date(inside[0].ValidFrom)), whole, Known(sources)),
            _ when territory.On(period.LastDay) is null => new Absence(language.Page("district.absent.ceased", name, language.Date(inside[^1].ValidTo)), whole, Known(heirs)),
            _ => new Absence(language.Page("district.absent.left", name, language.Date(inside[^1].ValidTo)), whole, Known(heirs)),
        };

        IReadOnlyList<Territory> Known(IEnumerable<string> slugs) =>
            [.. slugs.Distinct().Select(slug => territories.Find(slug)!).Where(unit => unit.Versions.Any(version => version.IsInRegion))];
    }
}
