using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.EndToEndTests.Figures;

/// <summary>A workbook as a file holds it: values and the results kept with formulas, nothing calculated.</summary>
public sealed class WorkbookFile
{
    private WorkbookFile(IReadOnlyList<WorkbookCell> cells, IReadOnlyList<string> errors)
    {
        Cells = cells;
        Errors = errors;
    }

    public IReadOnlyList<WorkbookCell> Cells { get; }

    /// <summary>What the format's own validator finds wrong.</summary>
    public IReadOnlyList<string> Errors { get; }

    public IReadOnlyList<string> Sheets => [.. Cells.Select(cell => cell.Sheet).Distinct()];

    public static WorkbookFile Read(Stream stream)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = document.WorkbookPart!;
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        var cells =
            from sheet in book.Workbook.Descendants<Sheet>()
            from cell in ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>()
            let text = Text(cell, shared)
            where text.Length > 0 || cell.CellFormula is not null
            select new WorkbookCell(sheet.Name!.Value!, cell.CellReference!.Value!, text, Number(cell, text), cell.CellFormula?.Text);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
        return new WorkbookFile([.. cells], [.. errors]);
    }

    /// <summary>The cell right of the one that holds a text.</summary>
    public WorkbookCell RightOf(string sheet, string text, int columns)
    {
        var head = Cells.Single(cell => cell.Sheet == sheet && cell.Text == text && cell.Address[0] == 'A');
        var address = (char)('A' + columns) + head.Address[1..];
        return Cells.Single(cell => cell.Sheet == sheet && cell.Address == address);
    }

    /// <summary>Takes the kept results out of a workbook, so that a program that opens it must calculate.</summary>
    public static void RemoveResults(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
            {
                cell.CellValue?.Remove();
                cell.DataType = null;
            }

            part.Worksheet.Save();
        }
    }

    /// <summary>Writes a number into a cell, as somebody would by hand.</summary>
    public static void Change(string path, string sheet, string address, string number)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var book = document.WorkbookPart!;
        var part = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single(one => one.Name == sheet).Id!.Value!);
        var cell = part.Worksheet.Descendants<Cell>().Single(one => one.CellReference == address);
        cell.CellFormula?.Remove();
        cell.DataType = null;
        cell.CellValue = new CellValue(number);
        part.Worksheet.Save();
    }

    /// <summary>Number of merged ranges.</summary>
    public static int Merged(Stream stream)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        return document.WorkbookPart!.WorksheetParts.Sum(part => part.Worksheet.Descendants<MergeCell>().Count());
    }

    private static string Text(Cell cell, List<string> shared) => cell.CellValue is null && cell.InlineString is null ? "" : cell.DataType?.Value switch
    {
        CellValues.SharedString => shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)],
        CellValues.InlineString => cell.InlineString?.InnerText ?? "",
        _ => cell.CellValue?.Text ?? "",
    };

    private static double? Number(Cell cell, string text) => cell.DataType?.Value is null or CellValues.Number && text.Length > 0
        ? double.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
