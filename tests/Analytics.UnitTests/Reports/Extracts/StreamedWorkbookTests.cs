using Analytics.Reports.Extracts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.UnitTests.Reports.Extracts;

public sealed class StreamedWorkbookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_sheet_is_followed_by_another_with_the_same_head_and_no_row_is_lost()
    {
        var sheets = Read(await WriteAsync(25, (sheet, number) => sheet.Integer(number), rowLimit: 10));

        Assert.Equal(["About", "Rows", "Rows 2", "Rows 3"], sheets.Select(sheet => sheet.Name));
        Assert.Equal([10, 10, 8], sheets.Skip(1).Select(sheet => sheet.Rows.Count));
        Assert.All(sheets.Skip(1), sheet => Assert.Equal("Number", sheet.Rows[0][0]));
        Assert.Equal(Enumerable.Range(1, 25).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)), sheets.Skip(1).SelectMany(sheet => sheet.Rows.Skip(1)).Select(row => row[0]));
    }

    [Fact]
    public async Task Rows_that_just_fill_a_sheet_ask_for_no_other() =>
        Assert.Equal(["About", "Rows"], Read(await WriteAsync(9, (sheet, number) => sheet.Integer(number), rowLimit: 10)).Select(sheet => sheet.Name));

    [Fact]
    public async Task Without_rows_there_is_a_sheet_with_its_head()
    {
        var sheets = Read(await WriteAsync(0, (sheet, number) => sheet.Integer(number)));

        Assert.Equal([["Number"]], sheets[1].Rows);
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("+7 705", "+7 705")]
    [InlineData("@SUM(A1)", "@SUM(A1)")]
    [InlineData("Әже & <Құрманғазы> \"ауылы\"", "Әже & <Құрманғазы> \"ауылы\"")]
    [InlineData("bell\a and null\0", "bell and null")]
    [InlineData("  room  ", "  room  ")]
    [InlineData("two\nlines", "two\nlines")]
    [InlineData("😀", "😀")]
    public async Task A_text_stays_the_text_that_it_is(string written, string read)
    {
        var sheets = Read(await WriteAsync(1, (sheet, _) => sheet.Text(written)));

        Assert.Equal(read, sheets[1].Rows[1][0]);
    }

    [Fact]
    public async Task Half_a_sign_is_told_as_one_that_cannot_be_read() =>
        Assert.Equal("half \ufffd", Read(await WriteAsync(1, (sheet, _) => sheet.Text("half " + (char)0xD83D)))[1].Rows[1][0]);

    [Fact]
    public async Task More_different_texts_than_are_shared_are_all_there()
    {
        var sheets = Read(await WriteAsync(30_000, (sheet, number) => sheet.Text($"text {number}")));

        Assert.Equal("text 30000", sheets[1].Rows[^1][0]);
        Assert.Equal(30_001, sheets[1].Rows.Select(row => row[0]).Distinct().Count());
    }

    [Fact]
    public async Task A_text_is_cut_where_a_cell_ends() =>
        Assert.Equal(32_767, Read(await WriteAsync(1, (sheet, _) => sheet.Text(new string('ү', 40_000))))[1].Rows[1][0].Length);

    [Fact]
    public async Task Keys_keep_all_their_digits_and_money_its_tiyn()
    {
        var sheets = Read(await WriteAsync(1, (sheet, _) =>
        {
            sheet.Key(ulong.MaxValue);
            sheet.Money(12_345_678_901_234.56m);
            sheet.Day(new DateOnly(2020, 2, 29));
            sheet.Skip();
            sheet.Integer(-5);
        }, more: ["Money", "Day", "Empty", "Less"]));

        Assert.Equal(["18446744073709551615", "12345678901234.56", "43890", "-5"], sheets[1].Rows[1]);
    }

    [Fact]
    public async Task The_file_keeps_the_format_to_the_letter()
    {
        var file = await WriteAsync(25, (sheet, number) => sheet.Text($"Қ {number}"), rowLimit: 10);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, Token).Select(error => error.Description));
    }

    [Fact]
    public async Task The_same_rows_give_the_same_bytes() => Assert.Equal(
        await WriteAsync(100, (sheet, number) => sheet.Integer(number)), await WriteAsync(100, (sheet, number) => sheet.Integer(number)));

    [Fact]
    public async Task A_file_that_was_not_finished_is_no_workbook()
    {
        var file = new MemoryStream();
        await using (var workbook = new StreamedWorkbook(file, "dd.mm.yyyy"))
        {
            await workbook.WriteRowsAsync("Rows", ["Number"], [12], () => false, _ => { }, Token);
        }

        Assert.ThrowsAny<Exception>(() => SpreadsheetDocument.Open(new MemoryStream(file.ToArray()), isEditable: false));
    }

    private static async Task<byte[]> WriteAsync(int count, Action<SheetXml, int> write, int rowLimit = StreamedWorkbook.MostRows, params string[] more)
    {
        var file = new MemoryStream();
        var number = 0;
        string[] heads = ["Number", .. more];
        await using var workbook = new StreamedWorkbook(file, "dd.mm.yyyy", rowLimit);
        await workbook.WriteRowsAsync("Rows", heads, [.. heads.Select(_ => 12.0)], () => number++ < count, sheet => write(sheet, number), Token);
        await workbook.FinishAsync("About", "Test", [("Rows", (long)count)], Token);
        return file.ToArray();
    }

    private static List<(string Name, List<List<string>> Rows)> Read(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = document.WorkbookPart!;
        var texts = book.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        string TextOf(Cell cell) => cell.DataType?.Value switch
        {
            CellValues.SharedString => texts[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)],
            CellValues.InlineString => cell.InlineString!.InnerText,
            _ => cell.CellValue!.Text,
        };
        return [.. book.Workbook.Descendants<Sheet>().Select(sheet => (
            sheet.Name!.Value!,
            ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(TextOf).ToList()).ToList()))];
    }
}
