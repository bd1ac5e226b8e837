using Analytics.Reports.Workbooks.Cells;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>
/// Columns of a district sheet that belong together: this period and last year of an indicator and the change between them,
/// or, without a change, of a part of a rate that is no indicator of the sheet.
/// </summary>
/// <param name="Indicator">Indicator shown, or the rate whose part is shown.</param>
/// <param name="Part">Null for the indicator itself, else the measure that is a part of it.</param>
/// <param name="Column">First column.</param>
internal sealed record DistrictBlock(Indicator Indicator, Measure? Part, int Column)
{
    public int LastYearColumn => Column + 1;

    public int ChangeColumn => Column + 2;

    public int Width => Part is null ? 3 : 2;

    /// <summary>True for rates and averages, which are formulas over other blocks.</summary>
    public bool IsRatio => Part is null && Indicator.Denominator is not null;

    /// <summary>The measure shown as it is; null for ratios.</summary>
    public Measure? Measure => IsRatio ? null : Part ?? Indicator.Numerator;

    /// <summary>True when the districts add up to the region.</summary>
    public bool AddsUp => Measure?.Rule is MeasureRule.Sum or MeasureRule.Stock;

    public bool CountsDifferent => Measure?.Rule is MeasureRule.Distinct or MeasureRule.Entered or MeasureRule.Left;

    public string Format => Part is null ? Indicator.Format() : "#,##0";

    /// <summary>The block's figure out of the indicator's.</summary>
    public Figure Of(Figure figure)
    {
        var part = Part switch
        {
            null => figure.Value,
            _ when Part == Indicator.Denominator => figure.Denominator,
            _ => figure.Numerator,
        };
        return Part is null ? figure
            : part is { } number ? new Figure(number == 0 ? ValueState.Zero : ValueState.Measured, number, null, number)
            : Figure.Absent(figure.State);
    }

    /// <summary>The blocks of indicators in their order, each rate with the parts that it needs just before it.</summary>
    public static IReadOnlyList<DistrictBlock> Plan(IReadOnlyList<Indicator> indicators, int firstColumn)
    {
        var blocks = new List<DistrictBlock>();
        var column = firstColumn;
        var shown = indicators.Where(indicator => indicator.Denominator is null).Select(indicator => indicator.Numerator).ToHashSet();
        foreach (var indicator in indicators)
        {
            Measure?[] parts = indicator.Denominator is null ? [] : [indicator.Numerator, indicator.Denominator];
            foreach (var part in parts.Where(part => shown.Add(part!)).Append(null))
            {
                blocks.Add(new DistrictBlock(indicator, part, column));
                column += blocks[^1].Width;
            }
        }

        return blocks;
    }
}
