using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Sources.Files;

/// <summary>A workbook of Excel. Its rows stream; hidden sheets are left out; nothing outside the file is asked for.</summary>
internal sealed class XlsxFile : ITableFile
{
    /// <summary>Largest size of all parts together once unpacked, and of the texts that are kept in memory.</summary>
    public const long LargestUnpacked = 1L << 30;

    private const long LargestTexts = 128L << 20;

    private readonly SpreadsheetDocument document;
    private readonly List<Sheet> sheets;
    private readonly XlsxStyles styles;
    private readonly List<string> texts;

    public XlsxFile(Stream content)
    {
        RequireWorkbook(content);
        content.Position = 0;
        try
        {
            document = SpreadsheetDocument.Open(content, isEditable: false);
            var workbook = document.WorkbookPart!.Workbook;
            sheets = [.. workbook.Descendants<Sheet>().Where(sheet => (sheet.State?.Value ?? SheetStateValues.Visible) == SheetStateValues.Visible && document.WorkbookPart.GetPartById(sheet.Id!) is WorksheetPart)];
            styles = new XlsxStyles(document.WorkbookPart.WorkbookStylesPart?.Stylesheet, workbook.WorkbookProperties?.Date1904?.Value == true);
            texts = Texts(document.WorkbookPart.SharedStringTablePart);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            document?.Dispose();
            throw new FileException("xlsx_broken", exception);
        }
    }

    public IReadOnlyList<string> Sheets => [.. sheets.Select(sheet => sheet.Name!.Value!)];

    public ITable Open(string sheet) =>
        new XlsxTable((WorksheetPart)document.WorkbookPart!.GetPartById(sheets.Find(one => one.Name == sheet)!.Id!), styles, texts);

    /// <summary>The merged ranges of a sheet: rows from 1, columns from 0.</summary>
    /// <exception cref="FileException">The file is broken.</exception>
    public IReadOnlyList<(int Top, int Left, int Bottom, int Right)> Merges(string sheet)
    {
        var part = (WorksheetPart)document.WorkbookPart!.GetPartById(sheets.Find(one => one.Name == sheet)!.Id!);
        var merges = new List<(int, int, int, int)>();
        try
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && ((MergeCell)reader.LoadCurrentElement()!).Reference?.Value is { } range)
                {
                    var corners = range.Split(':');
                    merges.Add((RowOf(corners[0]), XlsxTable.ColumnOf(corners[0]), RowOf(corners[^1]), XlsxTable.ColumnOf(corners[^1])));
                }
            }
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw new FileException("xlsx_broken", exception);
        }

        return merges;
    }

    public void Dispose() => document.Dispose();

    /// <summary>True for what the library throws over a file that is no good workbook.</summary>
    public static bool IsBroken(Exception exception) => exception is
        OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or FormatException or NullReferenceException
        or ArgumentException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException;

    private static void RequireWorkbook(Stream content)
    {
        content.Position = 0;
        Span<byte> start = stackalloc byte[8];
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length == 8 && start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw new FileException(IsEncrypted(content) ? "workbook_encrypted" : "workbook_is_xls");
        }

        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var unpacked = archive.Entries.Sum(entry => entry.Length);
            var largestText = archive.Entries.Where(entry => entry.Name is "sharedStrings.xml" or "styles.xml" or "workbook.xml").Select(entry => entry.Length).DefaultIfEmpty().Max();
            if (unpacked > LargestUnpacked || largestText > LargestTexts || archive.Entries.Count > 10_000)
            {
                throw new FileException("workbook_unpacks_too_large", null, LargestUnpacked >> 20);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new FileException("xlsx_broken", exception);
        }
    }

    private static int RowOf(string reference) => int.Parse(reference.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    // An encrypted workbook is a compound file with a stream of this name in its directory.
    private static bool IsEncrypted(Stream content)
    {
        content.Position = 0;
        var all = new byte[(int)Math.Min(content.Length, 64 << 20)];
        content.ReadExactly(all);
        return all.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }

    private static List<string> Texts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem))
            {
                texts.Add(XlsxTable.TextOf((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }
}
