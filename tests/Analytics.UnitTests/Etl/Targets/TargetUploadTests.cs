using System.IO.Compression;
using Analytics.Etl.Targets.Upload;
using Analytics.Reports.Workbooks;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.UnitTests.Etl.Targets;

public sealed class TargetUploadTests
{
    private const string Heads = "Показатель|Территория|Год|План|I квартал|II квартал|III квартал|IV квартал|Стадия|Номер решения|Дата решения|Распределение";

    private static readonly UploadRequest Request = new("план.xlsx", "Иванова") { DecreeNumber = "№ 12", DecreeDate = new DateOnly(2021, 1, 15) };

    [Fact]
    public void A_row_is_a_plan_with_its_cell()
    {
        var plan = Assert.Single(Plans($"{Heads}\nСемьи-получатели|Область|2021|8800|||||уточнённый|№ 97|'15.04.2021|равномерно"));

        Assert.Equal(
            new TargetVersion
            {
                Indicator = "families", TerritoryId = 1, Year = 2021, Stage = TargetStage.Refined, Value = 8_800, DecreeNumber = "№ 97", DecreeDate = new DateOnly(2021, 4, 15), Phasing = TargetPhasing.Linear,
            },
            plan.Content);
        Assert.Equal(("план.xlsx План!D2", "Иванова", TargetOrigin.Upload), (plan.Place, plan.RecordedBy, plan.Origin));
    }

    [Theory]
    [InlineData("Indicator|Territory|Year|Plan\nfamilies|ulan|2021|300")]
    [InlineData("Показатель|Район|Год|План\nСемьи – получатели АСП|Уланский район|2021|300")]
    [InlineData("Көрсеткіш|Аумақ|Жыл|Жоспар\nfamilies|Ұлан ауданы|2021|300")]
    [InlineData("indicator|territory_code|year_start|value\nfamilies|'636200000|2021|300")]
    [InlineData("План социальной поддержки\n\nПоказатель|Район|Год|План\nfamilies|Уланского района|2021 год|'300")]
    public void Heads_and_names_are_read_in_any_language_and_by_code(string rows)
    {
        var plan = Assert.Single(Plans(rows));

        Assert.Equal(("families", 300m, 2021), (plan.Indicator, plan.Value, plan.Year));
        Assert.Equal("ulan", Analytics.Warehouse.Dimensions.Territories.Shipped.Find(plan.TerritoryId)!.Slug);
    }

    [Fact]
    public void In_the_wide_form_every_indicator_has_a_column()
    {
        var plans = Plans("Район|families|Трудоустроенные|paid_amount\nвко|8800|2600|4360000000\nulan|300||'120 000 000,50".Replace("Трудоустроенные", "placements", StringComparison.Ordinal), Request with { Year = 2021 });

        Assert.Equal(
            [("families", 8_800m, "B2"), ("placements", 2_600m, "C2"), ("paid_amount", 4_360_000_000m, "D2"), ("families", 300m, "B3"), ("paid_amount", 120_000_000.5m, "D3")],
            plans.Select(plan => (plan.Indicator, plan.Value, plan.Place.Split('!')[1])));
    }

    [Theory]
    [InlineData("'8 800", 8800)]
    [InlineData("'8 800 ", 8800)]
    [InlineData("'8 800,00", 8800)]
    [InlineData("'8,800", 8800)]
    [InlineData("0", 0)]
    public void Numbers_typed_as_text_are_numbers(string written, int value)
    {
        if (written == "'8,800")
        {
            // One comma before three digits is decimal: 8.8 families are none.
            Assert.Equal(["План!D2 value_not_whole"], Wrong($"{Heads}\nfamilies|vko|2021|{written}"));
            return;
        }

        Assert.Equal(value, Assert.Single(Plans($"{Heads}\nfamilies|vko|2021|{written}")).Value);
    }

    [Theory]
    [InlineData("|vko|2021|1", "План!A2 indicator_missing")]
    [InlineData("семьи и кошки|vko|2021|1", "План!A2 indicator_unknown")]
    [InlineData("families||2021|1", "План!B2 territory_missing")]
    [InlineData("families|Атлантида|2021|1", "План!B2 territory_unknown")]
    [InlineData("families|'999999999|2021|1", "План!B2 territory_unknown")]
    [InlineData("families|semey|2024|1", "План!B2 territory_not_in_year")]
    [InlineData("families|samar|2021|1", "План!B2 territory_not_in_year")]
    [InlineData("families|vko||1", "План!C2 year_missing")]
    [InlineData("families|vko|21|1", "План!C2 year_wrong")]
    [InlineData("families|vko|'январь 2021|1", "План!C2 year_wrong")]
    [InlineData("families|vko|2021|много", "План!D2 value_not_number")]
    [InlineData("families|vko|2021|-5", "План!D2 value_negative")]
    [InlineData("families|vko|2021|8800.5", "План!D2 value_not_whole")]
    [InlineData("paid_amount|vko|2021|100.255", "План!D2 value_too_fine")]
    [InlineData("paid_amount|vko|2021|99000000000000", "План!D2 value_too_large")]
    [InlineData("grant_approval_rate|vko|2021|0.8", "План!D2 value_is_share")]
    [InlineData("outreach_events|vko|2021|80|20|20|15", "План!E2 quarters_incomplete")]
    [InlineData("outreach_events|vko|2021|80|20|20|15|26", "План!E2 quarters_differ_from_year")]
    [InlineData("families|vko|2021|8800|2200|2200|2200|2200", "План!E2 quarters_not_cumulative")]
    [InlineData("families|vko|2021|8800|5000|4000|8000|8800", "План!E2 quarters_not_cumulative")]
    [InlineData("grant_approval_rate|vko|2021|80|80|80|80|80", "План!E2 quarters_of_a_level")]
    [InlineData("outreach_events|vko|2021||20|20|20|20", "План!D2 value_missing")]
    [InlineData("families|vko|2021|1|||||предварительный", "План!I2 stage_unknown")]
    [InlineData("families|vko|2021|1||||||||как получится", "План!L2 phasing_unknown")]
    [InlineData("families|vko|2021|1|||||||по кварталам", "План!K2 decree_date_wrong")]
    [InlineData("families|vko|2021|1||||||||по кварталам", "План!L2 phasing_without_quarters")]
    [InlineData("families|vko|2021|1||||||||уровень", "План!L2 phasing_level_of_flow")]
    [InlineData("grant_approval_rate|vko|2021|80||||||||равномерно", "План!L2 phasing_of_level")]
    [InlineData("families|vko|2021|1||||||'650214300123", "План!J2 identifier_in_text")]
    public void What_is_wrong_is_told_with_its_cell(string row, string error) => Assert.Equal([error], Wrong($"{Heads}\n{row}"));

    [Fact]
    public void All_errors_are_told_at_once_and_nothing_is_read() => Assert.Equal(
        ["План!A2 indicator_unknown", "План!D3 value_not_number", "План!B4 territory_unknown", "План!D4 value_negative"],
        Wrong($"{Heads}\ncats|vko|2021|1\nfamilies|vko|2021|x\nfamilies|Атлантида|2021|-1\nfamilies|ulan|2021|5"));

    [Fact]
    public void A_plan_without_a_decree_is_none() => Assert.Equal(
        ["План!J2 decree_missing", "План!K2 decree_date_missing"],
        Wrong($"{Heads}\nfamilies|vko|2021|1", new UploadRequest("a.xlsx", "")));

    [Fact]
    public void The_same_plan_twice_in_a_file_is_an_error_that_names_the_first()
    {
        var error = Assert.Single(Read($"{Heads}\nfamilies|vko|2021|1\nfamilies|ВКО|2021|2", Request).Result.Errors);

        Assert.Equal(("duplicate", "План!D3"), (error.Rule, error.Place));
        Assert.Equal("Такой же план того же решения уже стоит в План!D2. Оставьте один из двух.", error.In(Language.Russian));
    }

    [Fact]
    public void Sentences_say_what_to_write()
    {
        var error = Assert.Single(Read($"{Heads}\nfamilies|Атлантида|2021|1", Request).Result.Errors);

        Assert.Equal("There is no territory “Атлантида”. Write the official name, the KATO code of nine digits, or the slug, for example ulan.", error.In(Language.English));
        Assert.Equal("Территории «Атлантида» нет. Напишите официальное название, код КАТО из 9 цифр или краткое имя, например ulan.", error.In(Language.Russian));
    }

    [Fact]
    public void A_sheet_whose_name_has_blanks_is_quoted_in_addresses() =>
        Assert.Equal(["'План 2021'!D2 value_negative"], Wrong(Sheets.Of($"{Heads}\nfamilies|vko|2021|-5", "План 2021"), Request));

    [Fact]
    public void Of_a_formula_the_kept_value_is_read()
    {
        using var file = Sheets.Of($"{Heads}\nfamilies|vko|2021|1", change: sheet => sheet.Cell("D2").FormulaA1 = "SUM(4400,4400)");
        Formulas(file, ("D2", "8800"));

        Assert.Equal(8_800, Assert.Single(Plans(file)).Value);
    }

    [Fact]
    public void A_hidden_row_is_read_as_any_other() =>
        Assert.Equal(2, Plans(Sheets.Of($"{Heads}\nfamilies|vko|2021|1\nfamilies|ulan|2021|2", change: sheet => sheet.Row(3).Hide())).Count);

    [Fact]
    public void A_merged_name_stands_for_all_its_rows() => Assert.Equal(
        [("families", 1m), ("families", 2m)],
        Plans(Sheets.Of($"{Heads}\nfamilies|vko|2021|1\n|ulan|2021|2", change: sheet => sheet.Range("A2:A3").Merge())).Select(plan => (plan.Indicator, plan.Value)));

    [Fact]
    public void A_merged_plan_is_refused_because_nobody_knows_whose_it_is() => Assert.Equal(
        ["План!D2 value_merged", "План!D3 value_merged"],
        Wrong(Sheets.Of($"{Heads}\nfamilies|vko|2021|1\nfamilies|ulan|2021|", change: sheet => sheet.Range("D2:D3").Merge()), Request));

    [Fact]
    public void Rows_without_a_plan_are_left_out_and_counted()
    {
        var (result, plans) = Read($"{Heads}\nfamilies|vko|2021|1\nfamilies|ulan|2021|\nfamilies|zharma|2021|–", Request);

        Assert.Equal((1, 2), (plans.Count, result.Empty));
    }

    [Fact]
    public void A_column_that_is_not_read_is_named() => Assert.Equal(["Примечание"], Read($"{Heads}|Примечание\nfamilies|vko|2021|1", Request).Result.Ignored);

    [Fact]
    public void In_the_wide_form_an_unknown_column_could_be_a_lost_plan() =>
        Assert.Equal(["План!C1 column_unknown"], Wrong("Район|families|Семьи, тысяч\nvko|1|2", Request with { Year = 2021 }));

    [Theory]
    [InlineData("Сводка\nничего", "header_missing", "")]
    [InlineData("Показатель|Территория|Сумма\nfamilies|vko|1", "columns_missing", "План!A1")]
    [InlineData(Heads, "no_plans", "")]
    public void A_file_without_a_table_of_plans_says_what_to_add(string rows, string rule, string place)
    {
        var error = Assert.Single(Read(rows, Request).Result.Errors);

        Assert.Equal((rule, rule == "header_missing" ? error.Place : place), (error.Rule, error.Place));
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", "macro")]
    [InlineData("xl/externalLinks/externalLink1.xml", "external_links")]
    public void A_workbook_that_carries_more_than_a_table_is_refused(string part, string rule)
    {
        using var file = Sheets.Of($"{Heads}\nfamilies|vko|2021|1");
        Add(file, part, "x"u8.ToArray(), 1);

        Assert.Equal([" " + rule], Wrong(file, Request));
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked_into_memory()
    {
        using var file = Sheets.Of($"{Heads}\nfamilies|vko|2021|1");
        Add(file, "xl/media/a.bin", new byte[1 << 20], 120);

        Assert.True(file.Length < 1 << 20);
        Assert.Equal([" unpacks_too_large"], Wrong(file, Request));
    }

    [Fact]
    public void What_is_no_workbook_is_refused_with_a_sentence()
    {
        using var text = new MemoryStream("families;vko;1"u8.ToArray());
        using var large = new MemoryStream(new byte[(10 << 20) + 1]);
        using var broken = new MemoryStream("PK\u0003\u0004 and nothing more"u8.ToArray());

        Assert.Equal([" not_xlsx"], Wrong(text, Request));
        Assert.Equal([" file_too_large"], Wrong(large, Request));
        Assert.Equal([" xlsx_broken"], Wrong(broken, Request));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public void The_template_is_read_back_as_the_plans_it_was_filled_with(string language)
    {
        TargetVersion[] plans =
        [
            new() { Id = 1, Indicator = "outreach_events", TerritoryId = 1, Year = 2021, Value = 80, Q1 = 20, Q2 = 20, Q3 = 15, Q4 = 25, Stage = TargetStage.Adjusted, DecreeNumber = "№ 7", DecreeDate = new DateOnly(2021, 3, 1), Phasing = TargetPhasing.Quarters },
            new() { Id = 2, Indicator = "paid_amount", TerritoryId = 1, Year = 2021, Value = 4_360_000_000.25m, DecreeNumber = "№ 412", DecreeDate = new DateOnly(2020, 12, 14) },
        ];
        using var file = TargetTemplate.Write(2021, Language.Find(language)!, new TargetBook(plans, 1));

        var (result, read) = new TargetUpload(null!, TimeProvider.System).Read(file, new UploadRequest("template.xlsx", ""));

        Assert.Empty(result.Errors.Select(error => $"{error.Place} {error.Rule}"));
        Assert.Equal(plans.Select(plan => plan.Content).OrderBy(plan => plan.Indicator), read.Select(plan => plan.Content).OrderBy(plan => plan.Indicator));
    }

    private static IReadOnlyList<TargetVersion> Plans(string rows, UploadRequest? request = null) => Plans(Sheets.Of(rows), request);

    private static IReadOnlyList<TargetVersion> Plans(MemoryStream file, UploadRequest? request = null)
    {
        var (result, plans) = new TargetUpload(null!, TimeProvider.System).Read(file, request ?? Request);
        Assert.Empty(result.Errors.Select(error => $"{error.Place} {error.Rule}"));
        return plans;
    }

    private static IEnumerable<string> Wrong(string rows, UploadRequest? request = null) => Wrong(Sheets.Of(rows), request ?? Request);

    private static IEnumerable<string> Wrong(Stream file, UploadRequest request)
    {
        var (result, plans) = new TargetUpload(null!, TimeProvider.System).Read(file, request);
        Assert.Empty(plans);
        return result.Errors.Select(error => $"{error.Place} {error.Rule}");
    }

    private static (UploadResult Result, IReadOnlyList<TargetVersion> Plans) Read(string rows, UploadRequest request) =>
        new TargetUpload(null!, TimeProvider.System).Read(Sheets.Of(rows), request);

    private static void Add(MemoryStream file, string part, byte[] content, int times)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
        using var entry = archive.CreateEntry(part).Open();
        for (var written = 0; written < times; written++)
        {
            entry.Write(content);
        }
    }

    // The results that Excel keeps beside its formulas; the library writes none.
    private static void Formulas(MemoryStream file, params (string Cell, string Value)[] results)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
        var part = archive.GetEntry("xl/worksheets/sheet1.xml") ?? archive.Entries.First(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        string xml;
        using (var reader = new StreamReader(part.Open()))
        {
            xml = reader.ReadToEnd();
        }

        foreach (var (cell, value) in results)
        {
            xml = System.Text.RegularExpressions.Regex.Replace(xml, $"(<(?:x:)?c r=\"{cell}\"[^>]*>.*?</(?:x:)?f>)(?:<(?:x:)?v>.*?</(?:x:)?v>)?", $"$1<x:v>{value}</x:v>");
        }

        var name = part.FullName;
        part.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(xml);
    }
}
