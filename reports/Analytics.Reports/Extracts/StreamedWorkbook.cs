using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Analytics.Reports.Extracts;

/// <summary>
/// A workbook that goes out while it is made: memory does not grow with the rows, and the output need not be seekable. The first sheet
/// is written last, when it is known what the others hold. The same cells give the same bytes.
/// </summary>
/// <param name="output">Where the file goes; it stays open.</param>
/// <param name="dayFormat">Number format of days: <c>dd.mm.yyyy</c>.</param>
/// <param name="rowLimit">Rows that a sheet holds, with its head; then the next begins. The format allows 1 048 576.</param>
public sealed class StreamedWorkbook(Stream output, string dayFormat, int rowLimit = StreamedWorkbook.MostRows) : IAsyncDisposable
{
    public const int MostRows = 1_048_576;

    // Large enough that compressing is not called for every row.
    private const int BufferSize = 256 * 1024;

    // Entries of a file made from the same cells have the same time, whenever it is made.
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ArrayBufferWriter<byte> buffer = new(BufferSize + 4096);
    private readonly SharedTexts texts = new();
    private readonly List<string> sheets = [];
    private ZipArchive? archive;
    private Stream? part;

    /// <summary>Writes rows under a head, on as many sheets as they need, and tells how many sheets those are.</summary>
    /// <param name="name">Name of the sheets; from the second on with a number.</param>
    /// <param name="heads">Heads of the columns.</param>
    /// <param name="widths">Widths of the columns, in characters.</param>
    /// <param name="next">Goes on to the next row; false after the last.</param>
    /// <param name="write">Writes the cells of the row.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<int> WriteRowsAsync(
        string name, IReadOnlyList<string> heads, IReadOnlyList<double> widths, Func<bool> next, Action<SheetXml> write, CancellationToken cancellationToken)
    {
        archive ??= await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        var sheet = new SheetXml(buffer, texts);
        var count = 0;
        for (var isMore = next(); isMore || count == 0;)
        {
            count++;
            sheets.Add(count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {count}"));
            await BeginPartAsync(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheets.Count + 1}.xml"), cancellationToken);
            sheet.BeginSheet(widths, hasHead: true);
            sheet.BeginRow();
            foreach (var head in heads)
            {
                sheet.Text(head, CellLook.Head);
            }

            sheet.EndRow();
            for (; isMore && sheet.Rows < rowLimit; isMore = next())
            {
                sheet.BeginRow();
                write(sheet);
                sheet.EndRow();
                if (buffer.WrittenCount >= BufferSize)
                {
                    await FlushAsync(cancellationToken);
                }
            }

            sheet.EndSheet(hasHead: true);
            await EndPartAsync(cancellationToken);
        }

        return count;
    }

    /// <summary>Writes the first sheet, of lines of a name and what it is, and ends the file.</summary>
    public async Task FinishAsync(string name, string title, IReadOnlyList<(string Name, object? Value)> lines, CancellationToken cancellationToken)
    {
        archive ??= await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        await BeginPartAsync("xl/worksheets/sheet1.xml", cancellationToken);
        var sheet = new SheetXml(buffer, texts);
        sheet.BeginSheet([36, 90], hasHead: false);
        sheet.BeginRow();
        sheet.Text(title, CellLook.Title);
        sheet.EndRow();
        foreach (var (label, value) in lines)
        {
            sheet.BeginRow();
            sheet.Text(label, value is null ? CellLook.Head : CellLook.Text);
            switch (value)
            {
                case long number:
                    sheet.Integer(number);
                    break;
                case string text:
                    sheet.Text(text);
                    break;
            }

            sheet.EndRow();
        }

        sheet.EndSheet(hasHead: false);
        await EndPartAsync(cancellationToken);
        sheets.Insert(0, name);
        await WritePartsAsync(cancellationToken);
        await archive.DisposeAsync();
        archive = null;
    }

    /// <summary>Without <see cref="FinishAsync"/> the file is left without its directory, so that nobody takes it for a whole one.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task WritePartsAsync(CancellationToken cancellationToken)
    {
        await BeginPartAsync("xl/sharedStrings.xml", cancellationToken);
        texts.Write(buffer);
        await EndPartAsync(cancellationToken);
        foreach (var (path, xml) in WorkbookParts.Of(sheets, dayFormat))
        {
            await BeginPartAsync(path, cancellationToken);
            buffer.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));
            await EndPartAsync(cancellationToken);
        }
    }

    private async Task BeginPartAsync(string path, CancellationToken cancellationToken)
    {
        var entry = archive!.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        part = await entry.OpenAsync(cancellationToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await part!.WriteAsync(buffer.WrittenMemory, cancellationToken);
        buffer.ResetWrittenCount();
    }

    private async Task EndPartAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await part!.DisposeAsync();
        part = null;
    }
}
