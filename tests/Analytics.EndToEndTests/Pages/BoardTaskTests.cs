using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Figures;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>What people come to do, done with mouse and keyboard in a real browser.</summary>
public sealed partial class BoardTaskTests(DemoServer demo, Chromium chromium)
{
    [Fact]
    public async Task The_first_visit_shows_the_latest_loaded_year()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/"));

        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("1\u00A0450 семей");
        await Assertions.Expect(page.Page.Locator("select[name=year]")).ToHaveValueAsync("2025");
    }

    [Theory]
    [InlineData("ru", "АСП получили 10\u00A0969 семей")]
    [InlineData("kk", "10\u00A0969")]
    [InlineData("en", "10,969 families received targeted social assistance")]
    public async Task A_period_is_chosen_in_the_form_and_stands_in_the_address(string language, string heading)
    {
        await using var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At("/"));
        await page.Page.SelectOptionAsync("select[name=year]", "2020");
        await page.Page.WaitForURLAsync(new Regex(@"period=2020(&|$)"));

        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync(heading);
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    [Theory]
    [InlineData("-06", "2020-06", "июнь 2020\u00A0г.")]
    [InlineData("Q2", "2020Q2", "II квартал 2020\u00A0г.")]
    [InlineData("-01..06", "2020-01..06", "январь–июнь 2020\u00A0г.")]
    public async Task A_part_of_the_year_is_chosen_in_the_form(string part, string period, string words)
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020&language=ru"));
        await page.Page.SelectOptionAsync("select[name=part]", part);
        await page.Page.WaitForURLAsync(new Regex($"period={Regex.Escape(period)}&"));

        await Assertions.Expect(page.Page.Locator(".subheading")).ToContainTextAsync(words);
    }

    [Fact]
    public async Task Last_year_and_the_change_stand_beside_the_figure()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020&language=ru"));
        var beside = page.Page.Locator("tr.region td.beside").First;

        // The rules of 2019 and 2020 differ: the change is told to whoever asks for it.
        await Assertions.Expect(beside.Locator(".last")).ToHaveTextAsync("15\u00A0500");
        await Assertions.Expect(beside.Locator(".change")).ToContainTextAsync("≠");
        await page.Page.Locator("input[name=incomparable]").CheckAsync();
        await page.Page.WaitForURLAsync(new Regex("incomparable=show"));
        await Assertions.Expect(beside.Locator(".change")).ToContainTextAsync("\u221229,2\u00A0%");
        await Assertions.Expect(page.Page.Locator("table.figures thead")).ToContainTextAsync("2019");
    }

    [Fact]
    public async Task After_a_change_of_boundaries_the_same_land_is_one_click_away()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2023&language=ru"));
        var beside = page.Page.Locator("tr.region td.beside").First;
        await Assertions.Expect(beside.Locator(".change")).ToContainTextAsync("≠");

        await page.Page.Locator(".boundary-note a").ClickAsync();

        await page.Page.WaitForURLAsync(new Regex("boundaries=common"));
        await Assertions.Expect(beside.Locator(".change")).ToContainTextAsync("%");
        await Assertions.Expect(page.Page.Locator(".subheading")).ToContainTextAsync("В сопоставимых границах");
    }

    [Fact]
    public async Task A_comparison_over_changed_rules_carries_its_mark_and_the_mark_its_reason()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020&language=en"));

        Assert.NotEqual(0, await page.Page.Locator("table.figures thead .mark").CountAsync());
        await Assertions.Expect(page.Page.Locator(".notes")).ToContainTextAsync("From 1 January 2020");
    }

    [Fact]
    public async Task The_table_is_ordered_by_a_click_on_a_head_and_back()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020&language=ru"));
        var official = await page.Page.Locator("tbody th").AllInnerTextsAsync();

        await FigureTable.Head(page.Page, "families").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("sort=families&order=desc"));
        var falling = await NumbersAsync(page.Page);
        await Assertions.Expect(page.Page.Locator("th[aria-sort=descending]")).ToHaveCountAsync(1);

        await FigureTable.Head(page.Page, "families").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("sort=families&order=asc"));
        var rising = await NumbersAsync(page.Page);

        Assert.Equal(falling.OrderDescending(), falling);
        Assert.Equal(rising.Order(), rising);
        Assert.Equal("Восточно-Казахстанская область", (await page.Page.Locator("tbody th").AllInnerTextsAsync())[0]);

        await page.Page.Locator("thead th.territory a").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("^(?!.*sort=)"));
        Assert.Equal(official, await page.Page.Locator("tbody th").AllInnerTextsAsync());
        Assert.Equal(["Усть-Каменогорск", "Курчатов", "Риддер", "Семей", "Абайский район"], official.Skip(1).Take(5));
    }

    [Fact]
    public async Task The_table_is_ordered_by_the_names_of_its_language_and_its_file_follows()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/coverage?period=2020&language=kk"));
        await page.Page.Locator("thead th.territory a").First.ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("sort=name&order=asc"));

        var names = await page.Page.Locator("table.figures tbody th").AllInnerTextsAsync();
        Assert.Equal(["Шығыс Қазақстан облысы", "Абай ауданы", "Алтай ауданы", "Аягөз ауданы"], names.Take(4));
        Assert.Equal(["Ұлан ауданы", "Үржар ауданы", "Шемонаиха ауданы"], names.TakeLast(3));
        await Assertions.Expect(page.Page.Locator("th.territory[aria-sort=ascending]")).ToHaveCountAsync(1);
        var file = await page.Page.Locator("a[data-file=table]").GetAttributeAsync("href");
        var workbook = WorkbookFile.Read(new MemoryStream(await demo.Client.GetByteArrayAsync(file, TestContext.Current.CancellationToken)));
        Assert.Equal(names, workbook.Cells.Where(cell => cell.Address.StartsWith('A') && names.Contains(cell.Text)).Select(cell => cell.Text));
    }

    [Theory]
    [InlineData("ru", "239 из ")]
    [InlineData("kk", "239 / ")]
    [InlineData("en", "239 of ")]
    public async Task One_category_of_families_is_shown(string language, string parts)
    {
        await using var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At($"/grants?period=2020&language={language}"));
        await page.Page.SelectOptionAsync("select[name=category]", "low_income");
        await page.Page.WaitForURLAsync(new Regex("category=low_income"));

        Assert.Equal("239", await FigureTable.RegionAsync(page.Page, "grants_approved"));
        await Assertions.Expect(page.Page.Locator("tr.region")).ToContainTextAsync(parts);
    }

    [Fact]
    public async Task Where_a_figure_cannot_be_told_by_aid_the_page_says_why()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/grants?period=2020&aid=conditional&language=en"));

        await Assertions.Expect(page.Page.Locator("tr.region .absent").First).ToContainTextAsync("not applicable");
        Assert.NotEqual(0, await page.Page.Locator(".notes li").CountAsync());
    }

    [Fact]
    public async Task Another_language_keeps_the_page_and_is_remembered()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/grants?period=2020Q2&category=low_income&language=ru"));
        await page.Page.Locator(".languages a[lang=kk]").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("language=kk"));

        Assert.Matches(@"/grants\?period=2020Q2&category=low_income&language=kk$", page.Page.Url);
        await page.GoAsync(demo.At("/"));
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "kk");
    }

    [Fact]
    public async Task Another_section_keeps_the_question()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020Q2&category=low_income&language=ru&sort=families&order=desc"));
        await page.Page.Locator(".navigation a", new PageLocatorOptions { HasText = "Гранты" }).ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("/grants"));

        Assert.EndsWith("/grants?period=2020Q2&category=low_income&aid=all&boundaries=as_reported&language=ru", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_shows_what_was_there_before()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2021&language=ru"));
        var before = await page.Page.Locator("h1").InnerTextAsync();
        await page.Page.SelectOptionAsync("select[name=year]", "2020");
        await page.Page.WaitForURLAsync(new Regex("period=2020"));
        await page.Page.GoBackAsync();

        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync(before);
        await Assertions.Expect(page.Page.Locator("select[name=year]")).ToHaveValueAsync("2021");
    }

    [Fact]
    public async Task Another_indicator_is_drawn()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/spending?period=2020&language=en"));
        await page.Page.Locator(".choices a", new PageLocatorOptions { HasText = "Average per family" }).First.ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("chart=average_per_family"));
        await page.DrawnAsync();

        await Assertions.Expect(page.Page.Locator("figure[data-chart=districts] h2")).ToHaveTextAsync("Average paid per family by district, ₸");
        await Assertions.Expect(page.Page.Locator(".choices a[aria-current=true]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_workbook_is_downloaded_from_the_page()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020&language=kk"));
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator(".downloads a").First.ClickAsync());

        Assert.Equal("akimat-2020-kk.xlsx", download.SuggestedFilename);
    }

    [Theory]
    [InlineData("/?period=2020&language=ru")]
    [InlineData("/coverage?period=2020&language=kk")]
    [InlineData("/grants?period=2020&language=en")]
    public async Task Everything_can_be_read_without_script(string path)
    {
        await using var page = await chromium.OpenAsync(script: false);
        await page.GoAsync(demo.At(path));

        await Assertions.Expect(page.Page.Locator("tr.region")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("form.filters button")).ToBeVisibleAsync();
        if (!path.StartsWith("/?", StringComparison.Ordinal))
        {
            await Assertions.Expect(page.Page.Locator("table.months")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task The_form_works_without_script()
    {
        await using var page = await chromium.OpenAsync(script: false);
        await page.GoAsync(demo.At("/?language=ru"));
        await page.Page.SelectOptionAsync("select[name=year]", "2020");
        await page.Page.Locator("form.filters button").ClickAsync();

        Assert.Matches("period=2020&", page.Page.Url);
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("10\u00A0969");
    }

    [Fact]
    public async Task The_first_tab_leads_past_the_navigation()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020&language=en"));
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator("a.skip")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("#main")).ToBeFocusedAsync();
    }

    private static async Task<List<int>> NumbersAsync(IPage page) =>
        [.. (await FigureTable.DistrictsAsync(page, "families")).Select(number => int.Parse(NotDigit().Replace(number, ""), null))];

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigit();
}
