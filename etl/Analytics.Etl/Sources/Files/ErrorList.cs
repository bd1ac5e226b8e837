using System.Globalization;
using Analytics.Warehouse.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Analytics.Etl.Sources.Files;

/// <summary>The first sheet of an errors copy: what is wrong, one line an error, with a link to the cell.</summary>
internal sealed class ErrorList(DroppedFile file, FileFindings found, ErrorStyles styles)
{
    public const string SheetName = "Қателер – Ошибки – Errors";

    private static readonly double[] Widths = [24, 60, 60, 60];

    public void Write(WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(FitsPage());
        writer.WriteElement(new Columns(Widths.Select((width, column) => new Column { Min = (uint)column + 1, Max = (uint)column + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var row = 1;
        Write(writer, row++, "", language => language.FileText(found.Fatal is null ? "list.title_rows" : "list.title_file", file.Name, found.ErrorCount), styles.Heading);
        Write(writer, row++, "", language => language.FileText("list.what_to_do"), styles.Sentence);
        Write(writer, row++, Together("column.cell"), language => language.NativeName, styles.Heading);
        var links = new List<Hyperlink>();
        foreach (var error in found.Errors)
        {
            if (error is { Row: > 0, Sheet: var sheet } && found.Shape is not null)
            {
                var name = sheet.Length == 0 ? "CSV" : sheet;
                links.Add(new Hyperlink { Reference = MarkedSheet.Address(0, row), Location = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!{Cell(error)}", Display = Cell(error) });
            }

            Write(writer, row++, Cell(error), language => language.Sentence(error), styles.Sentence);
        }

        if (found.ErrorCount > found.Errors.Count)
        {
            Write(writer, row, "…", language => language.FileText("list.more", found.ErrorCount - found.Errors.Count), styles.Sentence);
        }

        writer.WriteEndElement();
        if (links.Count > 0)
        {
            writer.WriteElement(new Hyperlinks(links));
        }

        writer.WriteElement(WidePage());
        writer.WriteEndElement();
    }

    /// <summary>A sheet that is printed as wide as its page, which lies on its side.</summary>
    public static PageSetup WidePage() => new() { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToWidth = 1, FitToHeight = 0 };

    /// <summary>Says so at the sheet's beginning.</summary>
    public static SheetProperties FitsPage() => new(new PageSetupProperties { FitToPage = true });

    private static string Together(string key) => string.Join(" / ", Language.All.Select(language => language.FileText(key)).Distinct());

    private static string Cell(FileError error) => error switch
    {
        { Row: 0 } => "",
        { Column: < 0 } => error.Row.ToString(CultureInfo.InvariantCulture),
        _ => MarkedSheet.Address(error.Column, error.Row),
    };

    private static void Write(OpenXmlWriter writer, int row, string first, Func<Language, string> text, uint style)
    {
        var sentences = Language.All.Select(text).ToList();
        writer.WriteElement(new Row(sentences.Prepend(first).Select((cell, column) => MarkedSheet.TextCell(column, row, cell, style)))
        {
            RowIndex = (uint)row,
            Height = MarkedSheet.HeightOf(sentences, Widths[^1]),
            CustomHeight = true,
        });
    }
}
