using System.Globalization;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>How a map shows an indicator: by colour what is divided, by circles what is counted; a colour over a count would only show where more people live.</summary>
/// <param name="Figures">How numbers are written.</param>
/// <param name="Limits">Limits of the classes of colour; null on a map of circles.</param>
/// <param name="CircleScale">Scale of the circles; null on a map of colours.</param>
public sealed record MapScale(FigureScale Figures, ClassLimits? Limits, CircleScale? CircleScale)
{
    private const string CountClass = "count";

    public bool IsColoured => Limits is not null;

    /// <param name="indicator">Indicator.</param>
    /// <param name="history">Its values in all years.</param>
    /// <param name="answer">The page's figures: land shown together may have a greater value than any district ever had.</param>
    /// <param name="language">Language.</param>
    public static MapScale Of(Indicator indicator, IEnumerable<decimal> history, IndicatorAnswer answer, Language language)
    {
        var figures = FigureScale.Of(indicator, language);
        if (indicator.Accumulation == Accumulation.Ratio)
        {
            return new MapScale(figures, ClassLimits.Of(history.Select(value => Shown(figures, value)), figures.Decimals), null);
        }

        var shown = answer.Query.Territories
            .Where(territory => territory.Kind != TerritoryKind.Region)
            .Select(territory => answer[indicator, territory].Figure.Value)
            .OfType<decimal>();
        return new MapScale(figures, null, new CircleScale(history.Concat(shown).DefaultIfEmpty(0).Max() / figures.Divisor, figures.Decimals));
    }

    public string ClassOf(Figure figure) => figure.Value is not { } value
        ? figure.State.Code()
        : Limits?.ClassOf(Shown(Figures, value)).ToString(CultureInfo.InvariantCulture) ?? CountClass;

    public double RadiusOf(Figure figure) => figure.Value is { } value && CircleScale is not null ? CircleScale.Radius(value / Figures.Divisor) : 0;

    /// <summary>Key of the colours.</summary>
    public IEnumerable<LegendClass> Classes(Language language)
    {
        for (var number = 1; number <= (Limits is { Limits.Count: > 0 } ? Limits.Classes : 0); number++)
        {
            var (least, greatest) = Limits!.Range(number);
            string Number(decimal? value) => language.Number(value!.Value, Figures.Decimals);
            yield return new LegendClass(number.ToString(CultureInfo.InvariantCulture), (least, greatest) switch
            {
                (null, _) => language.Page("map.class.lowest", Number(greatest)),
                (_, null) => language.Page("map.class.highest", Number(least)),
                _ when least == greatest => Number(least),
                _ => language.Page("map.class", Number(least), Number(greatest)),
            });
        }
    }

    /// <summary>Key of the circles.</summary>
    public IReadOnlyList<LegendCircle> Circles(Language language) => CircleScale is null
        ? []
        : [.. CircleScale.Samples().Select(value => new LegendCircle(CircleScale.Radius(value), language.Number(value, value == Math.Round(value) ? 0 : Figures.Decimals)))];

    private static decimal Shown(FigureScale figures, decimal value) => figures.Rounding.Round(value / figures.Divisor, figures.Decimals);
}
