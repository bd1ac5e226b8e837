using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Sources.Files;

/// <summary>
/// Writes the copy of a file with errors: a workbook as it is, or one made from a CSV file, with the bad cells in colour, their
/// sentences in three columns at the end of the row, and a first sheet that lists all of them.
/// </summary>
internal static class ErrorsCopy
{
    // A file that could not be understood at all is told of by the list alone.
    public static void Write(DroppedFile file, Stream content, FileFindings found, Stream target)
    {
        if (found.Shape is { Sheet.Length: > 0 } shape)
        {
            content.Position = 0;
            content.CopyTo(target);
            using var document = SpreadsheetDocument.Open(target, isEditable: true);
            var workbook = document.WorkbookPart!;
            var styles = new ErrorStyles(workbook);
            var sheet = workbook.Workbook.Descendants<Sheet>().First(one => one.Name == shape.Sheet);
            new MarkedSheet(found, styles).Rewrite((WorksheetPart)workbook.GetPartById(sheet.Id!));
            AddList(workbook, file, found, styles);
            return;
        }

        using var made = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var part = made.AddWorkbookPart();
        part.Workbook = new Workbook(new Sheets());
        var own = new ErrorStyles(part);
        if (found.Shape is not null)
        {
            using var csv = TableFile.Open(content, file.Name);
            var rows = part.AddNewPart<WorksheetPart>();
            new MarkedSheet(found, own).Write(csv, rows);
            part.Workbook.Sheets!.Append(new Sheet { Name = "CSV", SheetId = 1, Id = part.GetIdOfPart(rows) });
        }

        AddList(part, file, found, own);
    }

    // As the first sheet; names and views that count sheets count one more.
    private static void AddList(WorkbookPart workbook, DroppedFile file, FileFindings found, ErrorStyles styles)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        new ErrorList(file, found, styles).Write(part);
        var sheets = workbook.Workbook.Sheets!;
        var taken = sheets.Elements<Sheet>().Select(sheet => sheet.Name!.Value!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? ErrorList.SheetName : $"{ErrorList.SheetName} {number}").First(one => !taken.Contains(one));
        sheets.InsertAt(
            new Sheet { Name = name, SheetId = sheets.Elements<Sheet>().Select(sheet => sheet.SheetId!.Value).DefaultIfEmpty(0u).Max() + 1, Id = workbook.GetIdOfPart(part) }, 0);
        foreach (var defined in workbook.Workbook.DefinedNames?.Elements<DefinedName>().Where(defined => defined.LocalSheetId is not null) ?? [])
        {
            defined.LocalSheetId = defined.LocalSheetId!.Value + 1;
        }

        foreach (var view in workbook.Workbook.BookViews?.Elements<WorkbookView>() ?? [])
        {
            view.ActiveTab = (view.ActiveTab?.Value ?? 0) + 1;
            view.FirstSheet = null;
        }

        workbook.Workbook.Save();
    }
}
