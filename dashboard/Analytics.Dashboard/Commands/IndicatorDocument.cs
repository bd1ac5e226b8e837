using System.Globalization;
using System.Text;
using Analytics.Etl.Loading;
using Analytics.Warehouse;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Commands;

/// <summary>Writes <c>docs/indicators.md</c> from the catalogue, so that what is written and what is computed cannot differ.</summary>
public static class IndicatorDocument
{
    private const string Beginning = """
        # Indicators

        This page is written by the program from its catalogue: `./analytics indicators > docs/indicators.md`. A test fails when the two differ.

        ## How to read it
        - **Value** is the formula. Measures are counted in the facts, exactly, for every cell of territory, period, category of family and kind of aid;
          a ratio divides its two measures of the very cell that is shown, once and last. Ratios and medians are never added or averaged.
        - **Adds up** tells along which way figures may be summed. Different families and different people are counted anew in every cell: the sum of
          months or of districts counts some of them twice, so it is not the figure of the year or of the region.
        - **Periods**: every month, quarter, and January to every month (half-year, nine months and year are January to June, September and December).
        - **Breaks** are days on which the rules behind the figures changed. A comparison across one is not made where the change touches the figure (it can be asked
          for all the same, and then carries its reasons), and bears a mark where it does not.
        - Five states are told apart everywhere: a value, a true zero, not reported (no verified load), not applicable (the unit was not part of the region, or
          there is nothing to divide by), and hidden (a small number, for a public audience).
        - Values are kept unrounded; a figure is rounded only when it is shown.


        """;

    public static string Write()
    {
        var text = new StringBuilder(Beginning.ReplaceLineEndings("\n"));
        foreach (var group in Enum.GetValues<IndicatorGroup>())
        {
            var links = IndicatorCatalogue.In(group).Select(indicator => $"[{Language.English.Name(indicator)}](#{indicator.Code})");
            text.Append(CultureInfo.InvariantCulture, $"- {Language.English.Name(group)}: {string.Join(", ", links)}\n");
        }

        text.Append("\n## Breaks\n\n| From | What changed | Not comparable across it | Marked |\n|---|---|---|---|\n");
        foreach (var broken in SeriesBreak.All.GroupBy(broken => broken.Note))
        {
            var days = string.Join(", ", broken.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.BrokenOn:yyyy-MM-dd}")));
            text.Append(CultureInfo.InvariantCulture, $"| {days} | {Language.English.Note(broken.Key)} | {Names(broken.First().Broken)} | {Names(broken.First().Marked)} |\n");
        }

        text.Append("\n## Parameters\n\nNational amounts, tenge a month. The region's own poverty line follows its subsistence minimum by the quarter.\n\n| From | Calculation index | Subsistence minimum | Poverty line | Source |\n|---|---|---|---|---|\n");
        foreach (var parameter in StatutoryParameter.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {parameter.ValidFrom:yyyy-MM-dd} | {parameter.Index} | {parameter.SubsistenceMinimum} | {parameter.PovertyLine} ({parameter.LinePercent} %) | {parameter.Source} |\n");
        }

        text.Append("\n## Boundaries\n");
        text.Append("\nBoundaries changed on 7 and 8 June 2022 and in January 2024: `etl/Analytics.Warehouse/Dimensions/territory_changes.csv`. On boundaries of the day a comparison\nacross such a day is not made for a unit whose land changed; [docs/territory.md](territory.md) says how figures on today's and on common boundaries are made.\n");
        foreach (var group in Enum.GetValues<IndicatorGroup>())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {string.Join(" · ", new[] { Language.English, Language.Russian, Language.Kazakh }.Select(language => language.Name(group)))}\n");
            foreach (var indicator in IndicatorCatalogue.In(group))
            {
                Write(text, indicator);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Indicator indicator)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### `{indicator.Code}`\n\n| | |\n|---|---|\n");
        void Row(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"| {name} | {value} |\n");
        foreach (var language in new[] { Language.English, Language.Russian, Language.Kazakh })
        {
            Row(language.NativeName, $"**{language.Name(indicator)}.** {language.Description(indicator)}");
        }

        Row("Value", Formula(indicator));
        Row(indicator.Denominator is null ? "Measure" : "Numerator", Measure(indicator.Numerator));
        if (indicator.Denominator is { } denominator)
        {
            Row("Denominator", Measure(denominator));
        }

        Row("Unit", $"{Unit(indicator)}, {Decimals(indicator)}, {(indicator.Rounding == Rounding.Truncate ? "cut off" : "rounded half up")} when shown");
        Row("Adds up", Sums(indicator));
        Row("Broken down by", Breakdowns(indicator));
        Row("Better", indicator.Direction switch { Direction.MoreIsBetter => "more", Direction.LessIsBetter => "less", _ => "neither: a change is judged by its reasons" });
        Row("Owner", Language.English.Name(indicator.Owner));
        Row("Valid from", indicator.ValidFrom == DateOnly.MinValue ? "the beginning of the data" : string.Create(CultureInfo.InvariantCulture, $"{indicator.ValidFrom:yyyy-MM-dd}"));
        Row("Not comparable across", Days(indicator.Breaks.Where(broken => broken.Breaks(indicator))));
        Row("Marked across", Days(indicator.Breaks.Where(broken => broken.Marks(indicator))));
    }

    private static string Formula(Indicator indicator) => indicator.Denominator is { } denominator
        ? $"`{indicator.Numerator.Name}` ÷ `{denominator.Name}`{(indicator.Factor == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {indicator.Factor}"))}"
        : $"`{indicator.Numerator.Name}`";

    private static string Days(IEnumerable<SeriesBreak> breaks) => string.Join(", ", breaks.Select(broken => string.Create(CultureInfo.InvariantCulture, $"{broken.BrokenOn:yyyy-MM-dd}")).DefaultIfEmpty("none known"));

    // Codes of indicators or groups.
    private static string Names(IReadOnlySet<string> codes) => string.Join(", ", codes.Order(StringComparer.Ordinal).Select(code =>
        Codes.TryParse<IndicatorGroup>(code, out var group) ? "all of " + Language.English.Name(group) : $"`{code}`"));

    // The first lines of a measure's file are its definition.
    private static string Measure(Measure measure)
    {
        var file = $"{measure.Base ?? measure.Name}.sql";
        var meaning = string.Join(' ', Resources.Text("Measures/" + file).Split('\n').TakeWhile(line => line.StartsWith("-- ", StringComparison.Ordinal)).Select(line => line[3..].Trim()));
        var contract = Processes.All.First(process => process.FactTable == measure.Fact).Name;
        return $"[`{measure.Name}`](../etl/Analytics.Warehouse/Measures/{file}): {meaning} {Rule(measure.Rule)} Source: [`{contract}`](contracts.md)";
    }

    private static string Rule(MeasureRule rule) => rule switch
    {
        MeasureRule.Sum => "Added up.",
        MeasureRule.Distinct => "Each counted once in a cell.",
        MeasureRule.DistinctMonths => "Each counted once in every month.",
        MeasureRule.Entered => "Counted are those of the period who were not among those of the same months of last year.",
        MeasureRule.Left => "Counted are those of the same months of last year who are not among those of the period.",
        MeasureRule.Median => "The median; of an even number the mean of the two in the middle.",
        _ => "Counted once a year, on 1 January.",
    };

    private static string Unit(Indicator indicator) => indicator.Unit switch
    {
        IndicatorUnit.Tenge => "tenge",
        IndicatorUnit.Percent => "percent; changes in percentage points",
        var unit => Language.English.UnitName(unit),
    };

    private static string Decimals(Indicator indicator) => indicator.Decimals switch { 0 => "whole", 1 => "1 decimal", var count => string.Create(CultureInfo.InvariantCulture, $"{count} decimals") };

    private static string Sums(Indicator indicator) => indicator.Accumulation switch
    {
        Accumulation.Flow => "over months, over districts and over categories",
        Accumulation.Stock => "over districts; not over months",
        Accumulation.Distinct => "over nothing: counted anew in every cell",
        _ => "over nothing: computed anew in every cell",
    };

    private static string Breakdowns(Indicator indicator) => (indicator.HasCategory, indicator.HasAid) switch
    {
        (true, true) => "category of family, kind of aid",
        (true, false) => "category of family",
        (false, true) => "kind of aid",
        _ => "nothing",
    };
}
