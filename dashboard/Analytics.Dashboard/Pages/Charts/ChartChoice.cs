using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>A link that draws another indicator of the page.</summary>
public sealed record ChartChoice(string Name, string Link, bool IsCurrent)
{
    public static ChartChoice Of(Indicator indicator, Indicator drawn, PageRequest request) => new(
        request.Language.ShortName(indicator),
        request.Link(request.Query with { Chart = indicator.Code }) + "#charts",
        indicator == drawn);
}
