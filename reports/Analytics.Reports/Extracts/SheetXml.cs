using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Analytics.Reports.Extracts;

/// <summary>
/// Writes the XML of one sheet after another into a buffer of UTF-8, cell by cell, without an object a cell. A sheet that is full is
/// followed by another with the same head.
/// </summary>
public sealed class SheetXml
{
    private const int LongestNumber = 40;

    private readonly ArrayBufferWriter<byte> buffer;
    private readonly SharedTexts texts;
    private byte[][] columns = [];
    private int row;
    private int column;

    internal SheetXml(ArrayBufferWriter<byte> buffer, SharedTexts texts) => (this.buffer, this.texts) = (buffer, texts);

    /// <summary>Rows of the sheet so far, with its head.</summary>
    public int Rows => row;

    /// <summary>Begins a sheet: widths of its columns in characters, and whether its first row stays in sight.</summary>
    internal void BeginSheet(IReadOnlyList<double> widths, bool hasHead)
    {
        row = 0;
        columns = [.. Enumerable.Range(0, widths.Count).Select(index => Encoding.ASCII.GetBytes(ColumnName(index)))];
        Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">"u8);
        if (hasHead)
        {
            Raw("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"u8);
        }

        Raw("</sheetView></sheetViews><cols>"u8);
        foreach (var (index, width) in widths.Index())
        {
            Raw(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{width:0.##}\" customWidth=\"1\"/>")));
        }

        Raw("</cols><sheetData>"u8);
    }

    internal void BeginRow()
    {
        row++;
        column = 0;
        Raw("<row r=\""u8);
        Number(row);
        Raw("\">"u8);
    }

    internal void EndRow() => Raw("</row>"u8);

    /// <summary>Ends the sheet; with a head its rows can be filtered.</summary>
    internal void EndSheet(bool hasHead)
    {
        Raw("</sheetData>"u8);
        if (hasHead && columns.Length > 0)
        {
            Raw("<autoFilter ref=\"A1:"u8);
            Raw(columns[^1]);
            Number(row);
            Raw("\"/>"u8);
        }

        Raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>"u8);
    }

    /// <summary>A cell that stays empty.</summary>
    public void Skip() => column++;

    /// <summary>A text; it stays one, whatever it begins with.</summary>
    public void Text(string text, CellLook look = CellLook.Text)
    {
        if (texts.Find(text) is { } index)
        {
            Begin(look, " t=\"s\"><v>"u8);
            Number(index);
            Raw("</v></c>"u8);
            return;
        }

        Begin(look, " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        XmlText.Write(buffer, text);
        Raw("</t></is></c>"u8);
    }

    /// <summary>A key of up to twenty digits: a text, because a spreadsheet's numbers hold fifteen.</summary>
    public void Key(ulong key)
    {
        Begin(CellLook.Text, " t=\"inlineStr\"><is><t>"u8);
        Utf8Formatter.TryFormat(key, buffer.GetSpan(LongestNumber), out var written);
        buffer.Advance(written);
        Raw("</t></is></c>"u8);
    }

    public void Integer(long number)
    {
        Begin(CellLook.Integer, "><v>"u8);
        Number(number);
        Raw("</v></c>"u8);
    }

    public void Money(decimal tenge)
    {
        Begin(CellLook.Money, "><v>"u8);
        Utf8Formatter.TryFormat(tenge, buffer.GetSpan(LongestNumber), out var written);
        buffer.Advance(written);
        Raw("</v></c>"u8);
    }

    /// <summary>A day, as the number of days that spreadsheets count from the end of 1899.</summary>
    public void Day(DateOnly day)
    {
        Begin(CellLook.Day, "><v>"u8);
        Number(day.DayNumber - 693_593);
        Raw("</v></c>"u8);
    }

    private void Begin(CellLook look, ReadOnlySpan<byte> rest)
    {
        Raw("<c r=\""u8);
        Raw(columns[column++]);
        Number(row);
        Raw("\" s=\""u8);
        Number((int)look);
        Raw("\""u8);
        Raw(rest);
    }

    private void Number(long number)
    {
        Utf8Formatter.TryFormat(number, buffer.GetSpan(LongestNumber), out var written);
        buffer.Advance(written);
    }

    private void Raw(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private static string ColumnName(int index) => index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));
}
