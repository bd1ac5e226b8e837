using Analytics.Etl.Loading;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using ClosedXML.Excel;

namespace Analytics.IntegrationTests.Files;

/// <summary>What a district gets back: its own table with the bad cells marked, a sentence each, in three languages.</summary>
public sealed class ErrorsCopyTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Bad = "FFFFC7CE";
    private const string Number = "850101300123";

    private readonly DropBox box = new(new TempFolder());

    [Fact]
    public async Task Every_bad_cell_of_a_workbook_is_marked_with_its_sentences_and_goes_with_the_corrected_file()
    {
        DropPayments("Мартобрь", "Мордор", "", "12 рублей");
        var world = await WorldAsync(Keep(box.Source()));

        var result = Assert.Single(await world.LoadAsync(Token));

        Assert.Equal(LoadOutcome.Failed, result.Outcome);
        Assert.Contains("1 of 3 rows were rejected (date_unreadable in month: 1)", result.Message, StringComparison.Ordinal);
        Assert.Equal(["benefit_payments/2021-03 5: date_unreadable in month"], await world.QuarantineAsync(Token));
        using (var copy = new XLWorkbook(box.Errors("Улан.xlsx")))
        {
            Assert.Equal(["Қателер – Ошибки – Errors", "Лист 1", "Справка"], copy.Worksheets.Select(sheet => sheet.Name));
            var sheet = copy.Worksheet("Лист 1");
            Assert.Equal(["A5", "B5", "C5", "G5"], sheet.CellsUsed().Concat(sheet.Row(5).Cells(1, 7)).Distinct().Where(IsMarked).Select(cell => cell.Address.ToString()).Order());
            Assert.Equal(["Қате", "Ошибка", "Error"], sheet.Row(3).Cells(8, 10).Select(cell => cell.GetString()));
            Assert.Equal(
                """
                «Месяц» не читается. День пишите как 31.03.2024, месяц — как март 2024 или 03.2024.
                Такого района нет. Пишите официальное название, например Уланский район, или код КАТО из 9 цифр.
                Ячейка «ИИН заявителя» пуста. Укажите ИИН или номер дела.
                «Выплачено» — не число. Пишите только цифры, например 21 500,00.
                """.ReplaceLineEndings("\n"),
                sheet.Cell("I5").GetString());
            Assert.Equal("#,##0.00", sheet.Cell("F4").Style.NumberFormat.Format);
            Assert.Equal("Список актов", copy.Worksheet("Справка").Cell("A1").GetString());
            var list = copy.Worksheet(1);
            Assert.Equal(["A5", "B5", "C5", "G5"], list.Column(1).CellsUsed().Skip(1).Select(cell => cell.GetString()).Where(text => text.Length == 2));
            Assert.Equal("Улан.xlsx: ошибок — 4. Строки с ошибками не приняты.", list.Cell("C1").GetString());
        }

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(box.Errors("Улан.xlsx")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        DropPayments("март 2021", "Уланский", Number, 1200);
        await world.LoadAndPublishAsync(Token);
        Assert.Empty(box.AllErrors);
        Assert.Equal(3, await world.FigureAsync("families", "2021-03", Token));
        Assert.Empty(await world.QuarantineAsync(Token));
    }

    [Fact]
    public async Task A_CSV_file_comes_back_as_a_workbook_of_text()
    {
        box.Drop(
            "a.csv",
            $"Месяц;Район;ИИН;Категория;Вид помощи;Назначено;Выплачено\n2021-03;Уланский;{Number};многодетная;БДП;-5;5\n2021-03;Уланский;=1+1;кто-то;БДП;5;1,234\n2021-03;Семейка;{Number};многодетная;БДП;5;5\n");
        var world = await WorldAsync(Keep(box.Source()));

        Assert.Equal(LoadOutcome.Failed, Assert.Single(await world.LoadAsync(Token)).Outcome);

        using var copy = new XLWorkbook(box.Errors("a.csv"));
        var sheet = copy.Worksheet("CSV");
        Assert.Equal(["B4", "D3", "F2", "G3"], sheet.CellsUsed().Where(IsMarked).Select(cell => cell.Address.ToString()).Order());
        Assert.Equal(("=1+1", false), (sheet.Cell("C3").GetString(), sheet.Cell("C3").HasFormula));
        Assert.StartsWith("“Назначено” must not be below zero.", sheet.Cell("J2").GetString(), StringComparison.Ordinal);

        // Nothing of a person is in the log or in any text of ClickHouse.
        Assert.DoesNotContain(Number, world.Log, StringComparison.Ordinal);
        foreach (var column in await world.RowsAsync("SELECT table || '|' || name FROM system.columns WHERE database = currentDatabase() AND type LIKE '%String%' AND table NOT LIKE 'measure_%'", Token))
        {
            var parts = column.Split('|');
            Assert.Empty(await world.RowsAsync($"SELECT 1 FROM {parts[0]} WHERE match(toString({parts[1]}), '[0-9]{{12}}')", Token));
        }
    }

    private static bool IsMarked(IXLCell cell) => cell.Style.Fill.BackgroundColor.ColorType == XLColorType.Color && cell.Style.Fill.BackgroundColor.Color.ToArgb().ToString("X8", System.Globalization.CultureInfo.InvariantCulture) == Bad;

    private void DropPayments(object month, string district, string identifier, object paid) => box.DropWorkbook("Улан.xlsx", workbook =>
    {
        var sheet = workbook.AddWorksheet("Лист 1");
        sheet.Cell("A1").Value = "Выплаты АСП";
        sheet.Range("A1:G1").Merge();
        object[][] rows =
        [
            ["Месяц", "Район", "ИИН заявителя", "Категория", "Вид", "Назначено", "Выплачено"],
            [new DateTime(2021, 3, 31), "Уланский", 50101300123d, "многодетная", "БДП", 1000.5, 1000.5],
            [month, district, identifier, "многодетная", "БДП", 1200, paid],
            [new DateTime(2021, 3, 1), "Ұлан", "990101300123", "малообеспеченная", "ОДП", "1 000", "1 000,00"],
        ];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                sheet.Cell(row + 3, column + 1).SetValue(rows[row][column]);
            }
        }

        sheet.Range("F4:G6").Style.NumberFormat.Format = "#,##0.00";
        workbook.AddWorksheet("Справка").Cell("A1").Value = "Список актов";
    });
}
