using Analytics.Reports.Workbooks.NativeCharts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>Writes cells of one sheet: texts that stay texts, numbers that stay numbers, formulas together with what they yield.</summary>
internal sealed class SheetWriter(IXLWorksheet sheet, LateParts results, Language language)
{
    private readonly Dictionary<(int Row, int Column), decimal> numbers = [];

    public IXLWorksheet Sheet => sheet;

    /// <summary>Where the figures of the whole workbook stand.</summary>
    public WorkbookIndex Index { get; init; } = new();

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

    /// <summary>
    /// A figure where its parts have no cells of their own: a rate is a formula over the numbers it is divided of, <c>875/1060*100</c>;
    /// an absent figure is its state in words.
    /// </summary>
    public IXLCell Figure(int row, int column, Indicator indicator, Figure? figure) => figure switch
    {
        { Value: { } value, Numerator: { } numerator, Denominator: { } denominator } when denominator > 0 =>
            Formula(row, column, Formulas.Ratio(Digits(numerator), Digits(denominator), indicator.Factor), value, indicator.Format()),
        { Value: { } value } => Number(row, column, value, indicator.Format()),
        _ => State(row, column, figure?.State ?? ValueState.NotReported),
    };

    /// <summary>The change between two cells of a row in the form that pages show: points of rates, else percent; or the word why there is none.</summary>
    public void Change(int row, int column, IndicatorValue value, int current, int other)
    {
        if (value.Change is null && value is { Figure.HasValue: true, LastYear.HasValue: true })
        {
            State(row, column, ValueState.NotComparable);
            return;
        }

        var indicator = value.Indicator;
        var suffix = indicator.IsRate ? Language.NoBreakSpace + language.Text("unit.points") : language.PercentSuffix;
        var result = indicator.IsRate ? value.Change?.Points : value.Change?.Percent;
        Formula(row, column, Formulas.RelativeChange(indicator, Address(row, current), Address(row, other)), result, CellStyles.ChangeFormat(1, suffix));
    }

    /// <summary>A formula that yields a text.</summary>
    public IXLCell TextFormula(int row, int column, string formula, string result)
    {
        var cell = sheet.Cell(row, column);
        cell.FormulaA1 = formula;
        results.Add(sheet.Name, Address(row, column), result);
        return cell;
    }

    /// <summary>Adds the figures of a part of a column to those that the workbook is checked by.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="column">Column.</param>
    /// <param name="rows">First and last row.</param>
    /// <param name="published">The same figures as the publication has them; absent ones are null.</param>
    public void Control(string name, int column, (int First, int Last) rows, IEnumerable<decimal?> published)
    {
        var written = Enumerable.Range(rows.First, rows.Last - rows.First + 1).Select(row => NumberAt(row, column)).OfType<decimal>().ToList();
        Index.Add(new ControlSum(sheet.Name, name, $"{Address(rows.First, column)}:{Address(rows.Last, column)}", written.Count, written.Sum(), published.OfType<decimal>().Sum()));
    }

    /// <summary>Adds a chart that is drawn from this sheet's cells.</summary>
    public void Chart(SheetChart chart) => results.Add(sheet.Name, chart);

    /// <summary>A part of a column as the values of a chart.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="nameCell">Row and column of the cell that holds the name; null where no cell holds just it.</param>
    /// <param name="column">Column.</param>
    /// <param name="rows">First and last row.</param>
    /// <param name="colour">Colour.</param>
    public ChartSeries Series(string name, (int Row, int Column)? nameCell, int column, (int First, int Last) rows, string colour) => new(
        name,
        nameCell is var (row, at) ? Fixed((row, row), at) : null,
        Fixed(rows, column),
        [.. Enumerable.Range(rows.First, rows.Last - rows.First + 1).Select(one => NumberAt(one, column))],
        sheet.Cell(rows.First, column).Style.NumberFormat.Format is { Length: > 0 } format ? format : "General",
        colour);

    /// <summary>A part of a column as a chart names it: <c>'Grants'!$A$9:$A$27</c>.</summary>
    public string Fixed((int First, int Last) rows, int column)
    {
        var letter = XLHelper.GetColumnLetterFromNumber(column);
        var first = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${letter}${rows.First}");
        return Reference(rows.First == rows.Last ? first : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}:${letter}${rows.Last}"));
    }

    /// <summary>A cell of this sheet as other sheets name it: <c>'Summary'!C9</c>.</summary>
    public string Reference(string range) => Quoted(sheet.Name) + "!" + range;

    /// <summary>Name of a sheet within a formula.</summary>
    public static string Quoted(string sheetName) => "'" + sheetName.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>The text that a cell shows: written as it is, a number by its format in the sheet's language, a formula's result.</summary>
    public string ShownAt(int row, int column)
    {
        var cell = sheet.Cell(row, column);
        return NumberAt(row, column) is { } number ? NumberText.Of(language, number, cell.Style.NumberFormat.Format)
            : cell.HasFormula ? results.TextOf(sheet.Name, Address(row, column))
            : cell.HasRichText ? cell.RichText.Text
            : cell.Value as string ?? "";
    }

    /// <summary>The number written into a cell, or null when it holds none.</summary>
    public decimal? NumberAt(int row, int column) => numbers.TryGetValue((row, column), out var number) ? number : null;

    public static string Address(int row, int column) => XLHelper.GetColumnLetterFromNumber(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Digits(decimal number) => number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
}
