using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Figures;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>What people come for, each task from the first page by clicks alone, in each language, down to the answer.</summary>
public sealed class TaskTests(DemoServer demo, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>"Which districts are behind the placements plan for January–June 2021, and by how much?"</summary>
    [Theory]
    [InlineData("ru", "Трудоустроено получателей АСП", "2 района отстают от плана на период", "Шемонаихинский район 93,5\u00A0%; Усть-Каменогорск 93,9\u00A0%")]
    [InlineData("kk", "Жұмысқа орналасқан АӘК алушылар", "2 аудан", "Шемонаиха ауданы 93,5%; Өскемен 93,9%")]
    [InlineData("en", "Recipients placed in work", "2 districts are behind their plans to date", "Shemonaikha District 93.5%; Oskemen 93.9%")]
    public async Task Which_districts_are_behind_the_placements_plan_and_by_how_much(string language, string indicator, string said, string districts)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2021", "-01..06", "2021-01..06");
        var deviation = page.Page.Locator(".deviations > ul > li", new PageLocatorOptions { HasText = indicator });

        await Assertions.Expect(deviation.Locator("p").First).ToContainTextAsync(said);
        Assert.Equal(districts, string.Join("; ", await deviation.Locator(".deviation-units li").AllInnerTextsAsync()));
    }

    /// <summary>"What share of grant applications of low-income families was approved in 2020 in Semey, and last year?"</summary>
    [Theory]
    [InlineData("ru", "74,4", "32 из 43", "83,7", "\u22129,3\u00A0п.\u00A0п.")]
    [InlineData("kk", "74,4", "32 / 43", "83,7", "\u22129,3\u00A0п.\u00A0т.")]
    [InlineData("en", "74.4", "32 of 43", "83.7", "\u22129.3\u00A0pp")]
    public async Task What_share_of_applications_of_low_income_families_was_approved_in_Semey_and_last_year(string language, string share, string parts, string lastYear, string change)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2020", "", "2020");
        await NavigateAsync(page.Page, "/grants");
        await page.Page.SelectOptionAsync("select[name=category]", "low_income");
        await page.Page.WaitForURLAsync(new Regex("category=low_income"));
        var cell = await FigureTable.CellAsync(page.Page, "grant_approval_rate", "semey");

        await Assertions.Expect(cell.Locator(".number")).ToHaveTextAsync(share);
        await Assertions.Expect(cell.Locator(".parts")).ToHaveTextAsync(parts);
        await Assertions.Expect(cell.Locator(".last")).ToHaveTextAsync(lastYear);
        await Assertions.Expect(cell.Locator(".change")).ToContainTextAsync(change);
    }

    /// <summary>"Export what I see": the same rows in the same order with the same figures.</summary>
    [Theory]
    [InlineData("ru", "Усть-Каменогорск", "Восточно-Казахстанская область")]
    [InlineData("kk", "Өскемен", "Шығыс Қазақстан облысы")]
    [InlineData("en", "Oskemen", "East Kazakhstan Region")]
    public async Task Export_what_I_see(string language, string city, string region)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2020", "", "2020");
        await NavigateAsync(page.Page, "/employment");
        await FigureTable.Head(page.Page, "placements").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("sort=placements"));
        var rows = await page.Page.Locator("table.figures tbody th").AllInnerTextsAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("a[data-file=table]").ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Token);
        copy.Position = 0;
        var workbook = WorkbookFile.Read(copy);
        var names = workbook.Cells.Where(cell => Regex.IsMatch(cell.Address, "^A[0-9]+$") && rows.Contains(cell.Text)).Select(cell => cell.Text).ToList();

        Assert.Equal(region, rows[0]);
        Assert.Contains(city, rows);
        Assert.Equal(rows, names);
        var placed = await FigureTable.RegionAsync(page.Page, "placements");
        Assert.Equal(2907, int.Parse(Regex.Replace(placed, "[^0-9]", ""), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(workbook.Cells, cell => cell.Number == 2907);
    }

    /// <summary>"Explain this figure."</summary>
    [Theory]
    [InlineData("ru", "10\u00A0969", "Число разных семей", "54\u00A0552 из 54\u00A0701", "Отвечает")]
    [InlineData("kk", "10\u00A0969", "әртүрлі отбасылар саны", "54\u00A0701 жазбаның 54\u00A0552", "Жауапты")]
    [InlineData("en", "10,969", "Different families with a payment above zero", "54,552 of 54,701", "Answers for it")]
    public async Task Explain_this_figure(string language, string figure, string definition, string records, string owner)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2020", "", "2020");
        var link = page.Page.Locator(".headline .made-link").First;
        await Assertions.Expect(link).ToHaveTextAsync(figure);
        await link.ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("/figures/families/vko"));
        var main = page.Page.Locator("#main");

        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync(figure);
        await Assertions.Expect(main).ToContainTextAsync(definition);
        await Assertions.Expect(main).ToContainTextAsync(records);
        await Assertions.Expect(main).ToContainTextAsync(owner);
        await Assertions.Expect(main.Locator("table").First).ToContainTextAsync("social");
    }

    /// <summary>"Compare 2020 with 2024 honestly": as reported it is refused with the reason, on common boundaries it is told.</summary>
    [Theory]
    [InlineData("ru", "5\u00A0249", "1\u00A0804", "\u221265,6\u00A0%")]
    [InlineData("kk", "5\u00A0249", "1\u00A0804", "\u221265,6%")]
    [InlineData("en", "5,249", "1,804", "\u221265.6%")]
    public async Task Compare_2020_with_2024_honestly(string language, string before, string after, string change)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2024", "", "2024");
        await NavigateAsync(page.Page, "/compare");
        await page.Page.SelectOptionAsync("select[name=with_year]", "2020");
        await page.Page.WaitForURLAsync(new Regex("with=2020"));
        await Assertions.Expect(page.Page.Locator("h1")).Not.ToContainTextAsync("%");

        await page.Page.Locator("#main a[href*='boundaries=common']").First.ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("boundaries=common"));

        var heading = page.Page.Locator("h1");
        await Assertions.Expect(heading).ToContainTextAsync(before);
        await Assertions.Expect(heading).ToContainTextAsync(after);
        await Assertions.Expect(heading).ToContainTextAsync(change);
    }

    /// <summary>"Tell me about Semey."</summary>
    [Theory]
    [InlineData("ru", "Семей: АСП получили 1\u00A0803 семьи")]
    [InlineData("kk", "Семей: АӘК-ті 1\u00A0803 отбасы алды")]
    [InlineData("en", "Semey: 1,803 families received targeted social assistance")]
    public async Task Tell_me_about_one_district(string language, string heading)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2020", "", "2020");
        await page.Page.Locator("table.figures tbody a[href*='/districts/semey?']").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("/districts/semey"));

        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync(heading);
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator("table.figures tbody tr")).ToHaveCountAsync(20);
    }

    /// <summary>"Why are grants refused?" The reasons are the source's own words.</summary>
    [Theory]
    [InlineData("ru", "48 · 28,1\u00A0%")]
    [InlineData("kk", "48 · 28,1%")]
    [InlineData("en", "48 · 28.1%")]
    public async Task Why_are_grants_refused(string language, string most)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2020", "", "2020");
        await NavigateAsync(page.Page, "/grants");
        var reasons = page.Page.Locator("#chart-reasons");

        await Assertions.Expect(reasons.Locator(".row-name").First).ToHaveTextAsync("Бизнес-план не прошёл конкурс");
        await Assertions.Expect(reasons.Locator(".row-label").First).ToHaveTextAsync(most);
    }

    /// <summary>"Was the budget kept, and who paid more?"</summary>
    [Theory]
    [InlineData("ru", "97,5\u00A0% · 4\u00A0700,0 из 4\u00A0820,0", "5 районов выплатили больше выделенного")]
    [InlineData("kk", "97,5% · 4\u00A0700,0 / 4\u00A0820,0", "5 аудан")]
    [InlineData("en", "97.5% · 4,700.0 of 4,820.0", "5 districts paid more than was allocated")]
    public async Task Was_the_budget_kept_and_who_paid_more(string language, string region, string over)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2020", "", "2020");
        await Assertions.Expect(page.Page.Locator(".deviations > ul > li").First).ToContainTextAsync(over);
        await NavigateAsync(page.Page, "/spending");

        await Assertions.Expect(page.Page.Locator("#chart-budget .row-label").First).ToHaveTextAsync(region);
    }

    /// <summary>"Shall we meet the placements plan by the end of the year?"</summary>
    [Theory]
    [InlineData("ru", "К концу 2021 года ожидается 3\u00A0258 (с вероятностью 80\u00A0% – от 2\u00A0313 до 4\u00A0203); план 2\u00A0600 будет выполнен с вероятностью 86\u00A0%.")]
    [InlineData("kk", "2021 жылдың соңында 3\u00A0258 күтіледі (80% ықтималдықпен – 2\u00A0313 мен 4\u00A0203 аралығында); 2\u00A0600 жоспары 86% ықтималдықпен орындалады.")]
    [InlineData("en", "By the end of 2021 3,258 are expected (with a probability of 80%: 2,313 to 4,203); the plan of 2,600 will be met with a probability of 86%.")]
    public async Task Shall_we_meet_the_plan_by_the_end_of_the_year(string language, string forecast)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2021", "-01..06", "2021-01..06");
        await NavigateAsync(page.Page, "/targets");
        var line = page.Page.Locator("#target-placements-vko");

        await Assertions.Expect(line.Locator(".target-forecast")).ToHaveTextAsync(forecast);
        await Assertions.Expect(line.Locator(".bullet circle")).ToHaveCountAsync(1);
    }

    /// <summary>"Send my colleague what I see": the address holds the whole state, the colleague's language is not touched by the sender's.</summary>
    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public async Task Send_a_colleague_what_I_see(string language)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2021", "-01..06", "2021-01..06");
        await NavigateAsync(page.Page, "/grants");
        await page.Page.SelectOptionAsync("select[name=category]", "low_income");
        await page.Page.WaitForURLAsync(new Regex("category=low_income"));
        await FigureTable.Head(page.Page, "grants_approved").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("sort=grants_approved"));
        await page.Page.Locator("button[data-flip=funnel]").ClickAsync();
        var seen = await page.Page.Locator("#main").InnerTextAsync();

        await using var colleague = await chromium.OpenAsync(language == "en" ? "kk" : "en");
        await colleague.GoAsync(page.Page.Url);

        Assert.Equal(seen, await colleague.Page.Locator("#main").InnerTextAsync());
    }

    /// <summary>"Is the period complete, and how fresh are the figures?"</summary>
    [Theory]
    [InlineData("ru", "Период закрыт во всех 19 районах")]
    [InlineData("kk", "Кезең барлық 19 ауданда жабылған")]
    [InlineData("en", "The period is closed in all 19 districts")]
    public async Task Is_the_period_complete_and_how_fresh_are_the_figures(string language, string closing)
    {
        await using var page = await OpenAsync(language);
        await ChooseAsync(page.Page, "2020", "", "2020");

        await Assertions.Expect(page.Page.Locator(".closing")).ToContainTextAsync(closing);
        await Assertions.Expect(page.Page.Locator("header")).ToContainTextAsync(new Regex("2025"));
    }

    private static async Task ChooseAsync(IPage page, string year, string part, string period)
    {
        await page.SelectOptionAsync("select[name=year]", year);
        await page.WaitForURLAsync(new Regex($"period={year}"));
        if (part.Length > 0)
        {
            await page.SelectOptionAsync("select[name=part]", part);
        }

        await page.WaitForURLAsync(new Regex($"period={Regex.Escape(period)}(&|$)"));
    }

    private static async Task NavigateAsync(IPage page, string path)
    {
        await page.Locator($".navigation a[href^='{path}?']").ClickAsync();
        await page.WaitForURLAsync(new Regex(path));
    }

    private async Task<WatchedPage> OpenAsync(string language)
    {
        var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At("/"));
        return page;
    }
}
