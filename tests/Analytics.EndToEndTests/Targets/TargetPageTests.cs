using System.Net;
using System.Text.Json;
using Analytics.EndToEndTests.Figures;
using Analytics.EndToEndTests.Running;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Targets;

/// <summary>Plans are brought on the page and seen wherever figures are. The demo has none for 2019, so no other test's figures change.</summary>
public sealed class TargetPageTests(DemoServer demo, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_file_shows_its_cells_and_the_right_one_is_seen_on_board_API_and_workbook()
    {
        await using var page = await chromium.OpenAsync("ru", script: false, expectedStatus: 400);
        await page.GoAsync(demo.At("/targets?period=2019&language=ru"));
        await SendAsync(page, "ВКО", "минус", "14.01.2019");
        Assert.Equal("Ничего не сохранено: исправьте 1 место", await page.Page.Locator("#upload-result h2").InnerTextAsync());
        Assert.Equal("План!D2 «минус» — не число. Пишите только цифры, например 8 800 или 82,5.", (await page.Page.Locator(".cell-errors li").InnerTextAsync()).Trim());

        await SendAsync(page, "ВКО", "9 000", "14.01.2019");
        Assert.Equal("Добавлен 1 план", await page.Page.Locator("#upload-result h2").InnerTextAsync());
        Assert.Equal("9\u00A0000", await page.Page.Locator("#target-families-vko td[data-label='План на год']").InnerTextAsync());
        await SendAsync(page, "ВКО", "9 000", "14.01.2019");
        Assert.Equal("Ничего нового: 1 план уже есть", await page.Page.Locator("#upload-result h2").InnerTextAsync());
        await SendAsync(page, "ВКО", "9 500", "15.06.2019");
        Assert.Contains("2 версии", await page.Page.Locator("#target-families-vko summary").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GoAsync(demo.At("/?period=2019&language=ru"));
        Assert.StartsWith("План на 2019: 9\u00A0500 (", await page.Page.Locator(".headline").First.Locator(".headline-plan a").InnerTextAsync(), StringComparison.Ordinal);
        using var values = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/values?indicators=families&period=2019&territories=vko&compare=target", Token));
        Assert.Equal(9_500, values.RootElement.GetProperty("values")[0].GetProperty("target").GetProperty("year").GetInt32());
        var workbook = WorkbookFile.Read(new MemoryStream(await demo.Client.GetByteArrayAsync("/reports/akimat.xlsx?period=2019&language=en", Token)));
        Assert.Equal(9_500, workbook.Cells.Single(cell => cell.Sheet == "Targets" && cell.Address == "C8").Number);
        using var targets = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/targets?period=2019&indicator=families&territory=vko", Token));
        var target = Assert.Single(targets.RootElement.GetProperty("targets").EnumerateArray());
        Assert.Equal([9_000, 9_500], target.GetProperty("history").EnumerateArray().Select(version => version.GetProperty("value").GetInt32()));
        Assert.Equal(("upload", "Иванова"), (target.GetProperty("plan").GetProperty("origin").GetString(), target.GetProperty("plan").GetProperty("recordedBy").GetString()));
    }

    [Fact]
    public async Task A_target_off_plan_is_explained_and_its_measure_has_a_day()
    {
        await using var page = await chromium.OpenAsync("ru", script: false);
        await page.GoAsync(demo.At("/targets?period=2021-01..06&language=ru"));
        var line = page.Page.Locator("#target-placements-vko");
        Assert.Contains("сильно отстаёт", await line.InnerTextAsync(), StringComparison.Ordinal);
        await line.Locator("summary").Nth(1).ClickAsync();
        await line.Locator("input[name=owner]").FillAsync("Отдел занятости");
        await line.Locator("textarea[name=explanation]").FillAsync("Ярмарки отменены из-за карантина");
        await line.Locator("textarea[name=measure]").FillAsync("Онлайн-ярмарки в каждом районе");
        await line.Locator("input[name=due]").FillAsync("2021-09-01");
        await line.GetByText("Сохранить запись").ClickAsync();

        Assert.Equal("В работе Отдел занятости: Онлайн-ярмарки в каждом районе, до 01.09.2021", (await line.Locator("summary").Nth(1).InnerTextAsync()).Trim());
        using var targets = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/targets?period=2021-01..06&indicator=placements&territory=vko", Token));
        var action = targets.RootElement.GetProperty("targets")[0].GetProperty("action");
        Assert.Equal(("Отдел занятости", "2021-09-01", "open", "operator"), (action.GetProperty("owner").GetString(), action.GetProperty("dueDate").GetString(), action.GetProperty("state").GetString(), action.GetProperty("recordedBy").GetString()));
    }

    [Fact]
    public async Task The_plan_of_2021_reads_as_a_lower_plan_and_not_as_a_failure()
    {
        await using var page = await chromium.OpenAsync("ru");
        await page.GoAsync(demo.At("/targets?period=2021&language=ru"));
        var line = page.Page.Locator("#target-families-vko");

        Assert.Equal("План на 2021 год ниже факта 2020 года: 8\u00A0800 против 10\u00A0969 (\u221219,8\u00A0%). Запланировано меньше — это не отставание.", await line.Locator(".target-note").InnerTextAsync());
        Assert.Equal(0, await page.Page.Locator("#target-families-vko .target-status--behind, #target-families-vko .target-status--far_behind").CountAsync());
        Assert.Contains("уточнённый, № 97, 15.04.2021", await line.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_is_a_sound_workbook_and_changes_nothing_when_it_comes_back()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-targets-");
        try
        {
            var file = Path.Combine(folder.FullName, "template.xlsx");
            await File.WriteAllBytesAsync(file, await demo.Client.GetByteArrayAsync("/targets/template.xlsx?year=2021&language=kk", Token), Token);
            Assert.Empty(WorkbookFile.Read(new MemoryStream(await File.ReadAllBytesAsync(file, Token))).Errors);

            var loaded = await AnalyticsProgram.RunAsync(demo.Server.DataDirectory, "targets", "load", file, "--json");

            Assert.Equal("", loaded.Error);
            using var told = JsonDocument.Parse(loaded.Output);
            Assert.Equal((0, true), (told.RootElement.GetProperty("added").GetArrayLength(), told.RootElement.GetProperty("unchanged").GetInt32() > 100));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_form_of_somebody_elses_page_stores_nothing()
    {
        using var answer = await demo.Client.PostAsync("/targets?period=2019&handler=Upload", new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.xlsx" } }, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task SendAsync(WatchedPage page, string territory, string value, string decreeDate)
    {
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(
                RowOf("Показатель", "Территория", "Год", "План", "Номер решения", "Дата решения"),
                RowOf("Семьи – получатели АСП", territory, "2019", value, "№ 12", decreeDate)));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = "План", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        await page.Page.Locator(".upload input[name=file]").SetInputFilesAsync(new FilePayload { Name = "план.xlsx", MimeType = "application/octet-stream", Buffer = content.ToArray() });
        await page.Page.Locator(".upload input[name=author]").FillAsync("Иванова");
        await page.Page.GetByText("Отправить книгу").ClickAsync();
    }

    private static Row RowOf(params string[] texts) => new(texts.Select(text => new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString }));
}
