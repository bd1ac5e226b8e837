using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>How a column writes its numbers: sums of money in millions, with the unit in the column's head.</summary>
/// <param name="Divisor">What values are divided by for show.</param>
/// <param name="Decimals">Decimals shown.</param>
/// <param name="Unit">Unit in the head: <c>млн ₸</c>.</param>
public sealed record FigureScale(decimal Divisor, int Decimals, string Unit)
{
    private const decimal Million = 1_000_000m;

    /// <summary>How numbers are rounded to the decimals shown.</summary>
    public Rounding Rounding { get; init; } = Rounding.HalfUp;

    public static FigureScale Of(Indicator indicator, Language language)
    {
        var unit = language.UnitName(indicator.Unit);
        return indicator is { Unit: IndicatorUnit.Tenge, Denominator: null }
            ? new FigureScale(Million, 1, language.Text("scale.million") + Language.NoBreakSpace + unit) { Rounding = indicator.Rounding }
            : new FigureScale(1, indicator.Decimals, unit) { Rounding = indicator.Rounding };
    }

    /// <summary>The number in this unit; a true zero is written <c>0</c>, so that it differs from what only rounds to it.</summary>
    public string Number(Language language, decimal value) => value == 0 ? "0" : language.Number(Rounding.Round(value / Divisor, Decimals), Decimals);

    /// <summary>Both parts of a rate; parts that are money in millions. Null for figures that are not rates.</summary>
    public static string? Parts(Language language, Indicator indicator, Figure figure)
    {
        if (!indicator.IsRate || figure is not { Numerator: { } numerator, Denominator: { } denominator })
        {
            return null;
        }

        if (!indicator.Numerator.Name.EndsWith("_amount", StringComparison.Ordinal))
        {
            return language.Parts(figure);
        }

        var unit = Language.NoBreakSpace + language.Text("scale.million") + Language.NoBreakSpace + language.UnitName(IndicatorUnit.Tenge);
        return language.Text("figure.parts", language.Number(numerator / Million, 1), language.Number(denominator / Million, 1) + unit);
    }
}
