using System.IO.Compression;
using System.Text;
using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using ClosedXML.Excel;

namespace Analytics.IntegrationTests.Files;

/// <summary>Tables that districts send by mail, from the folder to the figure.</summary>
public sealed class DropFolderTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Header = "Месяц;Район;Номер дела;Категория;Вид помощи;Назначено, тенге;Выплачено, тенге\n";
    private const string Facts = "SELECT source, row_id, month, district_id, category, aid, assigned, paid FROM fact_benefit_payment ORDER BY ALL";

    private readonly DropBox box = new(new TempFolder());

    [Fact]
    public async Task A_refused_file_is_an_alert_until_it_is_taken_away_and_the_folder_stands_for_its_files_in_quarantine()
    {
        box.Drop("Улан.csv", "Месяц;Район\nмарт 2021;Уланский район\n");
        box.Drop("Зайсан.csv", Header + "март 2021;Зайсанский район;З-1;многодетная;БДП;100;100\nмарт 2021;Зайсанский район;З-2;многодетная;БДП;-100;100\n");
        var world = await WorldAsync(Keep(box.Source()));
        await world.LoadAsync(Token);

        Assert.Contains(await world.Get<AlertLedger>().OpenAsync(Token), alert => alert.Cause.StartsWith("mail/Улан.csv/", StringComparison.Ordinal));
        Assert.Equal("mail/Зайсан.csv", Assert.Single(await world.Get<Quarantine>().ListAsync("mail", null, Token)).Source);
        Assert.Empty(await world.Get<Quarantine>().ListAsync("mai", null, Token));

        File.Delete(box.In("Улан.csv"));
        await world.FindDueAsync(Token);

        Assert.DoesNotContain(await world.Get<AlertLedger>().OpenAsync(Token), alert => alert.Cause.StartsWith("mail/Улан.csv/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Russian_table_in_windows_1251_and_a_Kazakh_workbook_of_one_month_give_the_regions_sum()
    {
        box.Drop(
            "Улан, март д'2021.csv",
            "Сведения о выплате АСП;;;;;;\n" + Header
            + "март 2021;Уланский р-н;У-1;многодетная;БДП;21 500,00;21 500,50\nмарт 2021;Уланский район;У-2;малообеспеченная;обусловленная;10000;\"9 000,00\"\nИтого;;;;;31 500,00;30 500,50\nИсполнитель: отдел занятости;;;;;;\n",
            CodePagesEncodingProvider.Instance.GetEncoding(1251));
        box.DropWorkbook("Зайсан.xlsx", workbook =>
        {
            var hidden = workbook.AddWorksheet("Жасырын");
            hidden.Cell(1, 1).Value = "Аудан";
            hidden.Visibility = XLWorksheetVisibility.Hidden;
            var sheet = workbook.AddWorksheet("Төлемдер");
            sheet.Cell("A1").Value = "2021 жылғы наурыз айындағы АӘК төлемдері, Зайсан ауданы";
            sheet.Range("A1:E1").Merge();
            Put(sheet, 3, "Іс нөмірі", "Санаты", "Көмек түрі", "Тағайындалды, мың теңге", "Төленді, мың теңге");
            Put(sheet, 4, 1, 2, 3, 4, 5);
            Put(sheet, 5, "З-1", "көп балалы отбасы", "шартсыз", 20.5, 20.5);
            Put(sheet, 6, "З-2", "аз қамтылған", "шартты", 1, 0.1);
            sheet.Cell("E7").FormulaA1 = "SUM(E5:E6)";
            Put(sheet, 7, "Барлығы", "", "", 21.5);
        });
        var world = await WorldAsync(Keep(box.Source()));

        await world.LoadAndPublishAsync(Token);

        Assert.Equal(
            [
                "mail/Зайсан.xlsx|5|03/01/2021 00:00:00|20|large_family|unconditional|20500|20500",
                "mail/Зайсан.xlsx|6|03/01/2021 00:00:00|20|low_income|conditional|1000|100",
                "mail/Улан, март д'2021.csv|3|03/01/2021 00:00:00|26|large_family|unconditional|21500|21500.5",
                "mail/Улан, март д'2021.csv|4|03/01/2021 00:00:00|26|low_income|conditional|10000|9000",
            ],
            await world.RowsAsync(Facts, Token));
        Assert.Equal(51100.5m, await world.FigureAsync("paid_amount", "2021-03", Token));
        Assert.Equal(30500.5m, await world.FigureAsync("paid_amount", "2021-03", Token, "ulan"));
        Assert.Equal(4, await world.FigureAsync("families", "2021-03", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
        Assert.All((await world.Get<Verification>().RunAsync(settle: false, Token)).Units, unit => Assert.Equal("", unit.Difference));
        Assert.Empty(box.AllErrors);
    }

    [Fact]
    public async Task A_corrected_file_replaces_its_own_rows_only_and_one_taken_away_is_emptied()
    {
        box.Drop("a.csv", Header + "2021-03;Уланский;А-1;многодетная;БДП;100;100\n");
        box.Drop("b.csv", Header + "2021-03;Зайсанский;Б-1;многодетная;БДП;200;200\n");
        var world = await WorldAsync(Keep(box.Source()));
        await world.LoadAndPublishAsync(Token);

        box.Drop("a.csv", Header + "03.2021;Уланский;А-1;многодетная;БДП;150;150\n");
        Assert.Equal(["mail/a.csv/benefit_payments/2021-03"], (await world.FindDueAsync(Token, "mail")).Due.Select(unit => unit.ToString()));
        await world.LoadAndPublishAsync(Token);
        Assert.Equal(350, await world.FigureAsync("paid_amount", "2021-03", Token));

        // Corrected to another month: the old one is emptied.
        box.Drop("a.csv", Header + "апрель 2021;Уланский;А-1;многодетная;БДП;150;150\n");
        await LoadConfirmedAsync(world);
        Assert.Equal(200, await world.FigureAsync("paid_amount", "2021-03", Token));
        Assert.Equal(150, await world.FigureAsync("paid_amount", "2021-04", Token));

        File.Delete(box.In("b.csv"));
        Assert.Equal(["mail/b.csv/benefit_payments/2021-03"], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
        await LoadConfirmedAsync(world);
        Assert.Equal(["mail/a.csv|2|150"], await world.RowsAsync("SELECT source, row_id, paid FROM fact_benefit_payment", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }

    [Fact]
    public async Task Two_files_that_report_the_same_district_and_month_are_not_both_loaded()
    {
        box.Drop("первый.csv", Header + "2021-03;Уланский;А-1;многодетная;БДП;100;100\n", minutesAgo: 5);
        box.Drop("второй.csv", Header + "март 2021;Ұлан ауданы;А-1;многодетная;БДП;100;100\n", minutesAgo: 2);
        var world = await WorldAsync(Keep(box.Source()));

        var (due, failures) = await world.FindDueAsync(Token);

        Assert.Equal(["mail/первый.csv/benefit_payments/2021-03"], due.Select(unit => unit.ToString()));
        Assert.Contains("второй.csv of source mail is not loaded: The file первый.csv reports the same: 2021-03, district 636200000", Assert.Single(failures), StringComparison.Ordinal);

        // What is loaded stays first, whichever file is newer.
        await world.LoadAsync(Token);
        box.Drop("первый.csv", Header + "2021-03;Уланский;А-1;многодетная;БДП;300;300\n", minutesAgo: 1);
        Assert.Contains("второй.csv", Assert.Single((await world.FindDueAsync(Token)).Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_being_written_waits_and_nothing_of_it_is_taken_away()
    {
        box.Drop("a.csv", Header + "2021-03;Уланский;А-1;многодетная;БДП;100;100\n");
        box.Drop("~$a.xlsx", "lock");
        box.Drop("b.csv.part", Header);
        box.Drop(".hidden.csv", Header);
        var world = await WorldAsync(Keep(box.Source()));
        await world.LoadAndPublishAsync(Token);

        box.Drop("a.csv", Header, minutesAgo: 0);

        var (due, failures) = await world.FindDueAsync(Token);
        Assert.Empty(due);
        Assert.Empty(failures);
    }

    [Fact]
    public async Task Hostile_and_broken_files_are_refused_by_name_and_the_others_are_loaded()
    {
        box.Drop("good.csv", Header + "2021-03;Уланский;=cmd|'/c calc'!A1;многодетная;БДП;100;100\n");
        box.Drop("bomb.xlsx", Zip(("xl/workbook.xml", 140)));
        box.Drop("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        box.Drop("locked.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]);
        box.Drop("half.xlsx", [0x50, 0x4B, 3, 4, .. new byte[100]]);
        box.Drop("empty.csv", "");
        box.Drop("other.csv", "a;b;c\n1;2;3\n");
        box.Drop("months.csv", Header + "2021-03;Уланский;А;многодетная;БДП;1;1\n2021-04;Уланский;А;многодетная;БДП;1;1\n2021-03;Уланский;Б;многодетная;БДП;1;1\n");
        box.Drop("total.csv", Header + "2021-05;Уланский;А;многодетная;БДП;1;1\nИтого;;;;;1;2\n");
        box.Drop("undated.csv", "Район;Номер дела;Категория;Вид помощи;Назначено;Выплачено\nУланский;А;многодетная;БДП;1;1\n");
        box.Drop("850101300123.csv", Header);
        box.DropWorkbook("xxe.xlsx", workbook => Put(workbook.AddWorksheet("a"), 1, "Месяц", "Район"));
        Spoil(box.In("xxe.xlsx"));
        var world = await WorldAsync(Keep(box.Source()));

        var (due, failures) = await world.FindDueAsync(Token);

        Assert.Equal(["mail/good.csv/benefit_payments/2021-03"], due.Select(unit => unit.ToString()));
        string[] expected =
        [
            "bomb.xlsx of source mail is not loaded: The workbook unpacks to more than", "old.xls of source mail is not loaded: The workbook is of the old kind .xls",
            "locked.xlsx of source mail is not loaded: The workbook is protected by a password", "half.xlsx of source mail is not loaded: The file is not a whole workbook",
            "empty.csv of source mail is not loaded: The file is empty", "other.csv of source mail is not loaded: No row of headers was found",
            "several (period: rows, first row in brackets): 2021-03: 2 (2); 2021-04: 1 (3)", "The total of “Выплачено, тенге” in row 3 is 2, but the rows above it add up to 1",
            "undated.csv of source mail is not loaded: The period is not given", "twelve digits in a row in its name", "xxe.xlsx of source mail is not loaded: The file is not a whole workbook",
        ];
        Assert.All(expected, message => Assert.Contains(failures, failure => failure.Contains(message, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, failures.Count);
        Assert.DoesNotContain("850101300123", world.Log, StringComparison.Ordinal);
        Assert.All(await world.LoadAsync(Token), result => Assert.Equal(LoadOutcome.Loaded, result.Outcome));
        Assert.Equal(10, box.AllErrors.Count());
    }

    // As an operator loads who has confirmed that rows are gone.
    private static async Task LoadConfirmedAsync(World world)
    {
        foreach (var unit in (await world.FindDueAsync(Token)).Due)
        {
            Assert.Equal(LoadOutcome.Loaded, (await world.Get<LoadRun>().LoadAsync(unit, new Analytics.Etl.Loading.LoadOptions(AcceptDrop: true), Token)).Outcome);
        }

        Assert.Equal(PublishOutcome.Published, (await world.PublishAsync(Token)).Outcome);
    }

    private static void Put(IXLWorksheet sheet, int row, params object[] values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            sheet.Cell(row, column + 1).SetValue(values[column]);
        }
    }

    // A part of so many megabytes of nothing.
    private static byte[] Zip(params (string Name, int Megabytes)[] parts)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, megabytes) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var done = 0; done < megabytes; done++)
                {
                    part.Write(new byte[1 << 20]);
                }
            }
        }

        return content.ToArray();
    }

    // Puts an outer entity into the sheet.
    private static void Spoil(string file)
    {
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            var entry = archive.Entries.First(one => one.Name == "sheet1.xml" || one.Name == "sheet.xml");
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..]);
        }

        File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
    }
}
