using System.Text;
using Sylvan.Data.Csv;

namespace Analytics.Etl.Sources.Files;

/// <summary>A CSV file: UTF-8, UTF-16 or windows-1251; semicolon, tab or comma, whichever it uses.</summary>
internal sealed class CsvFile(Stream content) : ITableFile
{
    private const int HeadLength = 64 * 1024;
    private readonly Encoding encoding = CsvEncoding.Of(content);

    public IReadOnlyList<string> Sheets { get; } = [""];

    public ITable Open(string sheet)
    {
        var delimiter = Delimiter(Head());
        content.Position = 0;
        var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        try
        {
            return new CsvTable(CsvDataReader.Create(reader, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = delimiter,
                ResultSetMode = ResultSetMode.SingleResult,
                BufferSize = 1 << 16,
                MaxBufferSize = 1 << 20,
            }));
        }
        catch (CsvFormatException exception)
        {
            throw new FileException("csv_broken", exception);
        }
    }

    public void Dispose()
    {
    }

    private string Head()
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 14, leaveOpen: true);
        var head = new char[HeadLength];
        return new string(head, 0, reader.ReadBlock(head, 0, head.Length));
    }

    // The first sign that divides some line into three parts, or else into two; quoted text does not count.
    private static char Delimiter(string head)
    {
        char[] delimiters = [';', '\t', ','];
        var most = delimiters.ToDictionary(delimiter => delimiter, delimiter => MostInOneLine(head, delimiter));
        return Array.Find([.. delimiters.Where(delimiter => most[delimiter] >= 2), .. delimiters.Where(delimiter => most[delimiter] == 1), ';'], static _ => true);
    }

    private static int MostInOneLine(string head, char delimiter)
    {
        var (most, count, quoted) = (0, 0, false);
        foreach (var letter in head)
        {
            quoted ^= letter == '"';
            count = letter == '\n' && !quoted ? 0 : count + (letter == delimiter && !quoted ? 1 : 0);
            most = Math.Max(most, count);
        }

        return most;
    }
}
