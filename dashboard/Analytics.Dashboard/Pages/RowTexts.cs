using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Rows;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>The rows behind a figure in words.</summary>
public static class RowTexts
{
    /// <summary>How many rows there are, what they give and what the figure is: <c>10 969 строк; показатель — 10 969: равны</c>.</summary>
    public static string Verdict(Language language, FigureLines lines)
    {
        if (lines.Published is not { } published)
        {
            return language.Page("rows.absent.title", language.ShortName(lines.Value.Figure.State));
        }

        if (lines.IsShared)
        {
            return language.Page("rows.shared.title");
        }

        var how = lines.Measure.Rule switch
        {
            // A sum of ones is a number of rows.
            MeasureRule.Sum or MeasureRule.Stock => lines.Total == lines.Count ? "keys" : "sum",
            MeasureRule.Median => "median",
            MeasureRule.DistinctMonths => "months",
            _ => "keys",
        };
        return language.Page($"rows.{(lines.IsEqual ? "equal" : "differ")}.{how}", language.PageCount("data.count.rows", lines.Count), Number(published), Number(lines.Total));

        // As exact as it is, or equal and unequal could look alike.
        string Number(decimal number) => language.Number(number, number == decimal.Truncate(number) ? 0 : 2);
    }
}
