using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>
/// Writes the cells of a block in a row. A formula is written only where its cells give the reader's figure exactly:
/// a rate from its own parts, the region as the sum of its units. Elsewhere the figure itself stands.
/// </summary>
internal sealed class DistrictCells(SheetWriter writer, PackContent content, IReadOnlyList<DistrictBlock> blocks)
{
    /// <summary>Size of the small text, in which states stand, as a share of the usual one.</summary>
    private const double SmallShare = CellStyles.SmallSize / CellStyles.TextSize;

    /// <summary>Room left of a number, in characters.</summary>
    private const double Padding = 1.6;

    private readonly Dictionary<Measure, DistrictBlock> measures = blocks
        .Where(block => block.Measure is not null)
        .ToDictionary(block => block.Measure!);

    private readonly Dictionary<int, double> widths = [];
    private readonly List<(int Row, int Column, string Words)> states = [];

    /// <summary>Width that a column needs, in characters.</summary>
    public double WidthOf(int column) => Math.Max(widths.GetValueOrDefault(column), 6);

    /// <summary>Height of a row whose states in words need more than one line, in points; null for any other.</summary>
    public double? HeightOf(int row) => states
        .Where(state => state.Row == row)
        .Select(state => TextLines.Height(state.Words, 1.1 * WidthOf(state.Column) / SmallShare))
        .Where(height => height > TextLines.Height("", 1))
        .Select(height => (double?)height * SmallShare)
        .Max();

    /// <summary>Writes this period, last year and the change; <paramref name="sums"/> are the rows that may add up to this one.</summary>
    public void Write(int row, DistrictBlock block, IndicatorValue value, (int First, int Last)? sums)
    {
        var lastYear = value.LastYear ?? Figure.Absent(ValueState.NotReported);
        WriteFigure(row, block, 0, value.Figure, sums);
        WriteFigure(row, block, 1, lastYear, sums);
        if (block.Part is null)
        {
            WriteChange(row, block, value);
        }
    }

    private void WriteFigure(int row, DistrictBlock block, int offset, Figure figure, (int First, int Last)? sums)
    {
        var column = block.Column + offset;
        var shown = block.Of(figure);
        if (shown.Value is not { } number)
        {
            WriteState(row, column, shown.State);
            return;
        }

        var formula = FormulaFor(row, block, offset, figure, sums);
        var cell = formula is null ? writer.Number(row, column, number, block.Format) : writer.Formula(row, column, formula, number, block.Format);
        if (block.Part is not null)
        {
            cell.Second();
        }

        Widen(column, TextLines.NumberWidth(content.Language.Number(number, block.Part is null ? block.Indicator.Decimals : 0)) + Padding);
    }

    private string? FormulaFor(int row, DistrictBlock block, int offset, Figure figure, (int First, int Last)? sums)
    {
        if (block.IsRatio)
        {
            var numerator = measures[block.Indicator.Numerator].Column + offset;
            var denominator = measures[block.Indicator.Denominator!].Column + offset;
            return writer.NumberAt(row, numerator) == figure.Numerator && writer.NumberAt(row, denominator) == figure.Denominator && figure.Denominator > 0
                ? Formulas.Ratio(SheetWriter.Address(row, numerator), SheetWriter.Address(row, denominator), block.Indicator.Factor)
                : null;
        }

        var column = block.Column + offset;
        return block.AddsUp && sums is var (first, last) && SumOf(column, first, last) == block.Of(figure).Value
            ? Formulas.Sum(SheetWriter.Address(first, column), SheetWriter.Address(last, column))
            : null;
    }

    private decimal SumOf(int column, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Sum(row => writer.NumberAt(row, column) ?? 0);

    private void WriteChange(int row, DistrictBlock block, IndicatorValue value)
    {
        var change = value.Change;
        if (change is null && value is { Figure.HasValue: true, LastYear.HasValue: true })
        {
            WriteState(row, block.ChangeColumn, ValueState.NotComparable);
            return;
        }

        var formula = Formulas.RelativeChange(value.Indicator, SheetWriter.Address(row, block.Column), SheetWriter.Address(row, block.LastYearColumn));
        var result = value.Indicator.IsRate ? change?.Points : change?.Percent;
        writer.Formula(row, block.ChangeColumn, formula, result, CellStyles.ChangeFormat(1));
        Widen(block.ChangeColumn, TextLines.NumberWidth(content.Language.SignedNumber(result ?? 0, 1)) + Padding);
    }

    private void WriteState(int row, int column, ValueState state)
    {
        var words = content.Language.Name(state);
        writer.State(row, column, state);
        states.Add((row, column, words));
        Widen(column, (SmallShare * Math.Max(TextLines.LongestWord(words), Math.Min(words.Length, 13))) + 1);
    }

    private void Widen(int column, double width) => widths[column] = Math.Max(widths.GetValueOrDefault(column), width);
}
