using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>Writes cells of one sheet: texts that stay texts, numbers that stay numbers, formulas together with what they yield.</summary>
internal sealed class SheetWriter(IXLWorksheet sheet, FormulaResults results, Language language)
{
    private readonly Dictionary<(int Row, int Column), decimal> numbers = [];

    public IXLWorksheet Sheet => sheet;

    /// <summary>A text, also when it begins like a formula.</summary>
    public IXLCell Text(int row, int column, string text)
    {
        var cell = sheet.Cell(row, column);
        cell.SetValue(text).SetDataType(XLDataType.Text);
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal))
        {
            cell.Style.IncludeQuotePrefix = true;
        }

        return cell;
    }

    /// <summary>A number, unrounded, with a number format.</summary>
    public IXLCell Number(int row, int column, decimal value, string format)
    {
        numbers[(row, column)] = value;
        var cell = sheet.Cell(row, column);
        cell.SetValue(value);
        cell.Style.NumberFormat.Format = format;
        return cell;
    }

    /// <summary>A formula with its result; null is the dash that the formula shows when it has nothing to work on.</summary>
    public IXLCell Formula(int row, int column, string formula, decimal? result, string format)
    {
        if (result is { } number)
        {
            numbers[(row, column)] = number;
        }

        var cell = sheet.Cell(row, column);
        cell.FormulaA1 = formula;
        cell.Style.NumberFormat.Format = format;
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        results.Add(sheet.Name, Address(row, column), result);
        return cell;
    }

    /// <summary>The state of an absent figure in words.</summary>
    public IXLCell State(int row, int column, ValueState state)
    {
        var words = language.Name(state);
        var cell = Text(row, column, words);
        cell.Style.Font.SetFontColor(CellStyles.Muted).Font.SetFontSize(CellStyles.SmallSize).Font.SetBold(false);
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetWrapText();
        return cell;
    }

    /// <summary>The number written into a cell, or null when it holds none.</summary>
    public decimal? NumberAt(int row, int column) => numbers.TryGetValue((row, column), out var number) ? number : null;

    public static string Address(int row, int column) => XLHelper.GetColumnLetterFromNumber(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
