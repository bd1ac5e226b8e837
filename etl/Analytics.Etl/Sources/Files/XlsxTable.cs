using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Analytics.Etl.Sources.Files;

/// <summary>Rows of a worksheet, one at a time. Of a formula its kept result is read.</summary>
internal sealed class XlsxTable(WorksheetPart sheet, XlsxStyles styles, IReadOnlyList<string> texts) : ITable
{
    /// <summary>Columns that a sheet of Excel can have.</summary>
    private const int MostColumns = 16_384;

    private readonly OpenXmlReader reader = OpenXmlReader.Create(sheet);
    private readonly List<TableCell> cells = [];

    public int Row { get; private set; }

    public IReadOnlyList<TableCell> Cells => cells;

    public bool Read()
    {
        cells.Clear();
        try
        {
            while (reader.Read())
            {
                if (reader.ElementType == typeof(Row) && reader.IsStartElement)
                {
                    Take((Row)reader.LoadCurrentElement()!);
                    return true;
                }
            }

            return false;
        }
        catch (Exception exception) when (XlsxFile.IsBroken(exception))
        {
            throw new FileException("xlsx_broken", exception);
        }
    }

    /// <summary>Text of a shared or inline string: its runs together, without the readings beside Japanese words.</summary>
    public static string TextOf(OpenXmlElement item) =>
        string.Concat(item.Descendants<Text>().Where(static text => text.Parent is not PhoneticRun).Select(static text => text.Text));

    /// <summary>Number of a column from 0: of <c>AB12</c> 27.</summary>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column is > 0 and <= MostColumns ? column - 1 : throw new FormatException("A cell's address is wrong.");
    }

    public void Dispose() => reader.Dispose();

    private void Take(Row row)
    {
        Row = row.RowIndex is { } index ? checked((int)index.Value) : Row + 1;
        foreach (var cell in row.Elements<SheetCell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            while (cells.Count < column)
            {
                cells.Add(TableCell.Empty);
            }

            cells.Add(Read(cell));
        }
    }

    private TableCell Read(SheetCell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var kind = cell.DataType?.Value ?? CellValues.Number;
        if (kind == CellValues.InlineString)
        {
            return TableCell.OfText(cell.InlineString is { } inline ? TextOf(inline) : "");
        }

        if (kind == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position < texts.Count ? TableCell.OfText(texts[position]) : TableCell.Empty;
        }

        return kind switch
        {
            _ when value.Length == 0 => TableCell.Empty,
            CellValues.Error => TableCell.OfError(value),
            CellValues.Boolean => TableCell.OfNumber(value == "1" ? 1 : 0),
            CellValues.Date when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => TableCell.OfDay(DateOnly.FromDateTime(instant)),
            CellValues.Number => Number(value, cell.StyleIndex?.Value ?? 0),
            _ => TableCell.OfText(value),
        };
    }

    // Excel keeps seventeen digits and shows fifteen: 0.1 + 0.2 is 0.3.
    private TableCell Number(string value, uint style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var shown))
        {
            return TableCell.OfText(value);
        }

        return styles.IsDay(style) && styles.DayOf(shown) is { } day ? TableCell.OfDay(day) : TableCell.OfNumber(shown);
    }
}
