using System.Globalization;
using Analytics.Reports.Workbooks.NativeCharts;
using Analytics.Warehouse.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>
/// What ClosedXML cannot save, and what is therefore written into the saved file: charts, and what every formula yields, so that a viewer
/// that does not calculate shows the figures, and shows those of the reader to the last digit.
/// </summary>
internal sealed class LateParts
{
    private const string Excel2010 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    private const string Revision2015 = "http://schemas.microsoft.com/office/spreadsheetml/2015/revision2";

    private readonly Dictionary<(string Sheet, string Address), (decimal? Number, string Text)> results = [];
    private readonly List<(string Sheet, SheetChart Chart)> charts = [];

    /// <summary>Remembers a result; null is the dash of an absent figure.</summary>
    public void Add(string sheet, string address, decimal? result) => results[(sheet, address)] = (result, IndicatorTexts.Absent);

    /// <summary>Remembers a result that is a text.</summary>
    public void Add(string sheet, string address, string result) => results[(sheet, address)] = (null, result);

    /// <summary>Remembers a chart of a sheet.</summary>
    public void Add(string sheet, SheetChart chart) => charts.Add((sheet, chart));

    /// <summary>The text that a formula yields; the dash where it has nothing to work on.</summary>
    public string TextOf(string sheet, string address) => results[(sheet, address)].Text;

    /// <summary>Writes results and charts into a saved workbook.</summary>
    /// <exception cref="KeyNotFoundException">The workbook has a formula whose result was not given.</exception>
    public void WriteInto(Stream workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var book = document.WorkbookPart!;
        foreach (var sheet in book.Workbook.Descendants<Sheet>())
        {
            var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
            foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
            {
                Write(cell, results[(sheet.Name!.Value!, cell.CellReference!.Value!)]);
            }

            Mend(part.Worksheet);
            ChartParts.WriteInto(part, [.. charts.Where(chart => chart.Sheet == sheet.Name!.Value!).Select(chart => chart.Chart)], sheet.SheetId!.Value);
        }
    }

    // ClosedXML writes identifiers of bars in small letters and of sparklines in a namespace of later years: both against the format.
    private static void Mend(Worksheet worksheet)
    {
        foreach (var element in worksheet.Descendants().Where(element => element.NamespaceUri == Excel2010))
        {
            if (element.LocalName == "id" && element is OpenXmlLeafTextElement id)
            {
                id.Text = id.Text.ToUpperInvariant();
            }
            else if (element.LocalName == "cfRule" && element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "id") is { Value: { } value })
            {
                element.SetAttribute(new OpenXmlAttribute("id", "", value.ToUpperInvariant()));
            }
            else if (element.LocalName == "sparklineGroup")
            {
                element.RemoveAttribute("uid", Revision2015);
            }
        }
    }

    private static void Write(Cell cell, (decimal? Number, string Text) result)
    {
        cell.DataType = result.Number is null ? CellValues.String : CellValues.Number;
        cell.CellValue = new CellValue(result.Number is { } number ? ((double)number).ToString("R", CultureInfo.InvariantCulture) : result.Text);
    }
}
