using System.Globalization;
using Analytics.Warehouse.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Analytics.Etl.Sources.Files;

/// <summary>The sheet of the table with its bad cells in colour and their sentences at the end of each row. Rows stream through.</summary>
internal sealed class MarkedSheet(FileFindings found, ErrorStyles styles)
{
    private const double SentenceWidth = 48;

    private readonly ILookup<int, FileError> errors = found.Errors.ToLookup(error => error.Row);
    private readonly TableShape shape = found.Shape!;
    private int firstFree;
    private int rowNumber;

    /// <summary>Rewrites a sheet of a workbook; whatever is not a row or the widths of columns stays as it is.</summary>
    public void Rewrite(WorksheetPart part)
    {
        firstFree = WidthOf(part);
        var file = Path.GetTempFileName();
        try
        {
            using var rewritten = new FileStream(file, FileMode.Create, FileAccess.ReadWrite);
            using (var reader = OpenXmlReader.Create(part))
            using (var writer = OpenXmlWriter.Create(rewritten))
            {
                Copy(reader, writer);
            }

            rewritten.Position = 0;
            part.FeedData(rewritten);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes the rows of a CSV file as text.</summary>
    public void Write(ITableFile csv, WorksheetPart part)
    {
        using (var widths = csv.Open(""))
        {
            while (widths.Read())
            {
                firstFree = Math.Max(firstFree, widths.Cells.Count);
            }
        }

        using var table = csv.Open("");
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(ErrorList.FitsPage());
        writer.WriteElement(new Columns(new Column { Min = 1, Max = (uint)Math.Max(firstFree, 1), Width = 18, CustomWidth = true }, Widths()));
        writer.WriteStartElement(new SheetData());
        while (table.Read())
        {
            var row = new Row { RowIndex = (uint)table.Row };
            for (var column = 0; column < table.Cells.Count; column++)
            {
                row.Append(TextCell(column, table.Row, table.Cells[column].Text, styles.AsText));
            }

            Mark(row);
            writer.WriteElement(row);
        }

        writer.WriteEndElement();
        writer.WriteElement(ErrorList.WidePage());
        writer.WriteEndElement();
    }

    /// <summary>A cell of text at an address.</summary>
    public static SheetCell TextCell(int column, int row, string text, uint style) => new(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Address(column, row),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>Address of a cell: <c>C7</c>.</summary>
    public static string Address(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Height in points of a row that shows all of its sentences: a spreadsheet does not find it by itself.</summary>
    public static double HeightOf(IEnumerable<string> sentences, double width)
    {
        const double LetterWidth = 1.05, LineHeight = 13.5, Tallest = 409;
        var lines = sentences.Max(text => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * LetterWidth / width))));
        return Math.Min(lines * LineHeight + 1.5, Tallest);
    }

    // Signs that XML does not know, such as of a broken encoding.
    private static string Printable(string text) => string.Concat(text.Select(letter => letter >= ' ' || letter is '\t' or '\n' or '\r' ? letter : '\uFFFD'))
        .Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');

    private static int WidthOf(WorksheetPart part)
    {
        var width = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SheetCell) && reader.IsStartElement && reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value is { } address)
            {
                width = Math.Max(width, XlsxTable.ColumnOf(address) + 1);
            }
        }

        return width;
    }

    private void Copy(OpenXmlReader reader, OpenXmlWriter writer)
    {
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                var row = (Row)reader.LoadCurrentElement()!;
                Mark(row);
                writer.WriteElement(row);
            }
            else if (reader.ElementType == typeof(Columns) && reader.IsStartElement)
            {
                var columns = (Columns)reader.LoadCurrentElement()!;
                columns.Elements<Column>().Where(column => column.Min!.Value > firstFree).ToList().ForEach(column => column.Remove());
                columns.Elements<Column>().Where(column => column.Max!.Value > firstFree).ToList().ForEach(column => column.Max = (uint)firstFree);
                columns.Append(Widths());
                writer.WriteElement(columns);
            }
            else if (reader.IsStartElement)
            {
                writer.WriteStartElement(reader);
                if (reader.GetText() is { Length: > 0 } text)
                {
                    writer.WriteString(text);
                }
            }
            else if (reader.IsEndElement)
            {
                writer.WriteEndElement();
            }
        }
    }

    private void Mark(Row row)
    {
        rowNumber = row.RowIndex is { } index ? (int)index.Value : rowNumber + 1;
        var number = rowNumber;
        Address(row);
        if (number == shape.HeaderRow)
        {
            foreach (var (language, position) in Language.All.Select((language, position) => (language, position)))
            {
                row.Append(TextCell(firstFree + position, number, language.FileText("column.error"), styles.Heading));
            }
        }

        if (!errors.Contains(number))
        {
            return;
        }

        foreach (var column in errors[number].Select(error => error.Column).Where(column => column >= 0).Distinct())
        {
            Colour(row, column, number);
        }

        var sentences = Language.All.Select(language => string.Join('\n', errors[number].Select(error => language.Sentence(error)).Distinct())).ToList();
        row.Append(sentences.Select((text, position) => TextCell(firstFree + position, number, text, styles.Sentence)));
        row.Height = Math.Max(row.Height?.Value ?? 0, HeightOf(sentences, SentenceWidth));
        row.CustomHeight = true;
    }

    // Addresses may be left out where a cell follows the one before it.
    private void Address(Row row)
    {
        row.RowIndex = (uint)rowNumber;
        var column = 0;
        foreach (var cell in row.Elements<SheetCell>())
        {
            column = cell.CellReference?.Value is { } address ? XlsxTable.ColumnOf(address) : column;
            cell.CellReference = Address(column++, rowNumber);
        }
    }

    private void Colour(Row row, int column, int number)
    {
        var address = Address(column, number);
        var cell = row.Elements<SheetCell>().FirstOrDefault(one => one.CellReference?.Value == address);
        if (cell is null)
        {
            cell = new SheetCell { CellReference = address };
            row.InsertBefore(cell, row.Elements<SheetCell>().FirstOrDefault(one => one.CellReference?.Value is { } other && XlsxTable.ColumnOf(other) > column));
        }

        cell.StyleIndex = styles.Bad(cell.StyleIndex?.Value ?? 0);
    }

    private Column Widths() => new() { Min = (uint)firstFree + 1, Max = (uint)(firstFree + Language.All.Count), Width = SentenceWidth, CustomWidth = true };
}
