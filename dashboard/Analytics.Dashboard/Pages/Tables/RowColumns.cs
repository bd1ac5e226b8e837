using System.Globalization;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Rows;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>Which columns the rows behind a figure have, and what stands in them.</summary>
public sealed class RowColumns(FigureLines lines, Language language)
{
    private readonly bool isOfMonths = FactTables.DayOf(lines.Measure.Fact) == "month";

    /// <summary>True when a row is a family or a person; false when it is one record.</summary>
    public bool HasKeys { get; } = lines.Measure.Rule is not (MeasureRule.Sum or MeasureRule.Median or MeasureRule.Stock);

    public bool HasMonths => lines.Measure.Rule == MeasureRule.DistinctMonths;

    public bool HasCategory => lines.Measure.HasCategory;

    public bool HasAid => lines.Measure.HasAid;

    public bool HasSettlement { get; } = lines.Page.Any(line => line.Settlements.Any(code => code != 0));

    public bool HasMoney { get; } = lines.Page.Any(line => line.Money is not null);

    /// <summary>Key of the text over the money of a key.</summary>
    public string MoneyText => lines.Measure.Fact == "fact_social_package" ? "rows.packages" : "rows.paid";

    /// <summary>True where all records of the period, less what is left out and what is elsewhere, are those behind the figure.</summary>
    public static bool IsPlain(Measure measure) => measure.Rule is not (MeasureRule.Entered or MeasureRule.Left or MeasureRule.Stock);

    /// <summary>The beginning of a key: enough to tell rows apart, too little to be used elsewhere.</summary>
    public static string Key(FigureLine line) => (line.Key!.Value >> 32).ToString("x8", CultureInfo.InvariantCulture);

    public string When(FigureLine line)
    {
        var (first, last) = (Day(line.FirstDay), Day(line.LastDay));
        return first == last ? first : $"{first} – {last}";
    }

    public string Districts(FigureLine line) => string.Join(", ", line.Units.Select(unit => Territories.Shipped.Find(unit)?.Name(language.Code, line.LastDay)));

    public static string Settlements(FigureLine line) => string.Join(", ", line.Settlements.Where(code => code != 0).Select(code => code.ToString("000000000", CultureInfo.InvariantCulture)));

    public string Categories(FigureLine line) => string.Join(", ", line.Categories.Where(code => code != 0).Select(code => language.Name((Category)code)));

    public string Aids(FigureLine line) => string.Join(", ", line.Aids.Where(code => code != 0).Select(code => language.Name((AidKind)code)));

    private string Day(DateOnly day) => isOfMonths ? language.Name(Period.OfMonth(day.Year, day.Month)) : language.Date(day);
}
