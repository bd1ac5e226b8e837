using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>Bars by district, this year over last year, in the order of the table.</summary>
/// <param name="Title">Indicator and unit.</param>
/// <param name="Summary">The chart in words.</param>
/// <param name="Year">This year, for the key.</param>
/// <param name="LastYear">Last year, for the key.</param>
/// <param name="Rows">Bars; the region among them only where districts do not add up to it.</param>
public sealed record DistrictChart(string Title, string Summary, string Year, string LastYear, IReadOnlyList<DistrictBar> Rows)
{
    /// <summary>Table and files; null where the chart stands for itself.</summary>
    public ChartTools? Tools { get; init; }

    /// <summary>What the script draws.</summary>
    public object Data => new { rows = Rows };

    public static DistrictChart Of(Indicator indicator, IndicatorAnswer answer, PageRequest request)
    {
        var language = request.Language;
        var scale = FigureScale.Of(indicator, language);
        var values = TableOrder.Of(answer, request.Query, request.Language)
            .Where(territory => territory.Kind != TerritoryKind.Region || indicator.Accumulation == Accumulation.Ratio)
            .Select(territory => answer[indicator, territory])
            .ToList();
        var day = answer.Query.Period.LastDay;
        return new DistrictChart(
            language.Page("chart.districts.title", language.Name(indicator), scale.Unit),
            Describe(values, scale, language, day),
            answer.Query.Period.YearNumber(),
            answer.Query.Period.LastYear.YearNumber(),
            [.. values.Select(value => new DistrictBar(
                value.Name(language.Code, day),
                Scaled(value.Figure, scale),
                Label(value.Figure, scale, language),
                Scaled(value.LastYear, scale),
                Label(value.LastYear, scale, language)))]);
    }

    private static string Describe(IEnumerable<IndicatorValue> values, FigureScale scale, Language language, DateOnly day)
    {
        var known = values
            .Where(value => value.Figure.HasValue && value.Territory.Kind != TerritoryKind.Region)
            .OrderByDescending(value => value.Figure.Value)
            .ToList();
        return known.Count == 0
            ? language.Page("chart.empty")
            : language.Page("chart.districts.summary", Named(known[0]), Named(known[^1]));

        string Named(IndicatorValue value) =>
            $"{value.Name(language.Code, day)} ({scale.Number(language, value.Figure.Value!.Value)})";
    }

    private static double? Scaled(Figure? figure, FigureScale scale) => (double?)(figure?.Value / scale.Divisor);

    private static string Label(Figure? figure, FigureScale scale, Language language) => figure switch
    {
        { Value: { } value } => scale.Number(language, value),
        { } absent => $"{IndicatorTexts.Absent} {language.ShortName(absent.State)}",
        null => "",
    };
}
