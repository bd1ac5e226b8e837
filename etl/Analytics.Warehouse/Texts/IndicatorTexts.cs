using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Texts;

/// <summary>Names and numbers of figures in a language, the same on page, chart and workbook.</summary>
public static class IndicatorTexts
{
    /// <summary>Sign shown for a figure that is not there; its state is told in words beside it or in its title.</summary>
    public const string Absent = "—";

    public static string Name(this Language language, Indicator indicator) => language.Text($"indicator.{indicator.Code}.name");

    /// <summary>A name short enough for a column's head.</summary>
    public static string ShortName(this Language language, Indicator indicator) => language.Text($"indicator.{indicator.Code}.short");

    public static string Description(this Language language, Indicator indicator) => language.Text($"indicator.{indicator.Code}.description");

    public static string Name(this Language language, IndicatorGroup group) => language.Text($"group.{group.Code()}");

    /// <summary>Unit for a column's head: <c>семей</c>, <c>чел.</c>, <c>₸</c>, <c>%</c>.</summary>
    public static string UnitName(this Language language, IndicatorUnit unit) => language.Text($"unit.{unit.Code()}");

    public static string Name(this Language language, Audience audience) => language.Text($"audience.{audience.Code()}");

    public static string Name(this Language language, Category category) => language.Text($"category.{category.Code()}");

    /// <summary>Who answers for an indicator.</summary>
    public static string Name(this Language language, IndicatorOwner owner) => language.Text($"owner.{owner.Code()}");

    public static string Name(this Language language, AidKind aid) => language.Text($"aid.{aid.Code()}");

    public static string Name(this Language language, Boundaries boundaries) => language.Text($"boundaries.{boundaries.Code()}");

    public static string Name(this Language language, ValueState state) => language.Text($"state.{state.Code()}");

    /// <summary>A note by its code: <c>boundary_changed</c>, <c>break_model_2020</c>.</summary>
    public static string Note(this Language language, string note) => language.Text($"note.{note}");

    /// <summary>A period in words: <c>январь–июнь 2020 г.</c>, <c>2020 жылғы қаңтар–маусым</c>, <c>2020</c>.</summary>
    public static string Name(this Language language, Period period) => period switch
    {
        { IsWholeYear: true } => language.Text("period.year", period.Year),
        { Kind: PeriodKind.Quarter } => language.Text("period.quarter", Roman(period.Quarter), period.Year, period.Quarter),
        { Kind: PeriodKind.Month } or { LastMonthNumber: 1 } => language.Text("period.month", language.MonthName(period.LastMonthNumber), period.Year),
        _ => language.Text("period.to_date", language.MonthName(1), language.MonthName(period.LastMonthNumber), period.Year),
    };

    /// <summary>Name of a month, 1 to 12, as it stands alone.</summary>
    public static string MonthName(this Language language, int month) => language.Text($"month.{month}");

    /// <summary>A number with the language's separators, rounded half away from zero for show only.</summary>
    public static string Number(this Language language, decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", language.Culture);

    /// <summary>A number with its sign: <c>+12</c>, <c>−3,4</c>, <c>0</c>.</summary>
    public static string SignedNumber(this Language language, decimal value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded > 0 ? "+" : "") + rounded.ToString($"N{decimals}", language.Culture);
    }

    /// <summary>The figure as shown in a table: <c>10 969</c>, <c>82,5 %</c>, or a dash when there is none.</summary>
    public static string Value(this Language language, Indicator indicator, Figure figure) => figure.Value is { } value
        ? language.Number(indicator.Shown(value), indicator.Decimals) + (indicator.IsRate ? language.PercentSuffix : "")
        : Absent;

    /// <summary>Both parts of a rate: <c>875 из 1 060</c>; null for other indicators and absent figures.</summary>
    public static string? Parts(this Language language, Figure figure) =>
        figure is { HasValue: true, Numerator: { } numerator, Denominator: { } denominator }
            ? language.Text("figure.parts", language.Number(numerator, 0), language.Number(denominator, 0))
            : null;

    /// <summary>The change in the form that its kind asks for: points for rates, "в 2,1 раза" from ×2 on, else percent; the absolute change on a base of zero.</summary>
    public static string ChangeInShort(this Language language, Indicator indicator, Change change) => change switch
    {
        { Points: { } points } => language.SignedNumber(points, 1) + NoBreakText(language, "unit.points"),
        { Times: { } times } => language.Text("change.times", language.Number(times, 1)),
        { Percent: { } percent } => language.SignedNumber(percent, 1) + language.PercentSuffix,
        { Absolute: { } absolute } => language.SignedNumber(absolute, indicator.Decimals),
        _ => Absent,
    };

    public static string Date(this Language language, DateOnly day) => day.ToString(language.ShortDateFormat, language.Culture);

    /// <summary>Money for a headline: <c>4,70 млрд</c>, <c>12,3 млн</c>, whole tenge below a million.</summary>
    public static string ShortMoney(this Language language, decimal tenge) => Math.Abs(tenge) switch
    {
        >= 1_000_000_000m => language.Number(tenge / 1_000_000_000m, 2) + NoBreakText(language, "scale.billion"),
        >= 1_000_000m => language.Number(tenge / 1_000_000m, 1) + NoBreakText(language, "scale.million"),
        _ => language.Number(tenge, 0),
    };

    private static string NoBreakText(Language language, string key) => Language.NoBreakSpace + language.Text(key);

    private static string Roman(int quarter) => quarter switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
}
