using System.Text;
using Analytics.Etl.Sources;
using Analytics.Etl.Sources.Files;

namespace Analytics.UnitTests.Etl.Sources.Files;

public sealed class FileAnalysisTests
{
    private static readonly DropFolderMapping Mapping = DropFolderMapping.In(new SourceOptions { Name = "mail", Mapping = "drop-folder" });

    [Theory]
    [InlineData("benefit_payments", "2024-03", "ай;аудан;іс нөмірі;санаты;көмек түрі;тағайындалды;төленді|наурыз 2024;Ұлан;1;көпбалалы;шартты;5;5")]
    [InlineData("benefit_recipients", "2024-03", "month,district,IIN,category,aid,child 1-6,able-bodied,unemployed|March 2024,Ulan District,850101300123,low-income,conditional,no,yes,1")]
    [InlineData("social_packages", "2024-03", "Месяц\tРайон\tИИН ребёнка\tКатегория\tСумма\n03.2024\tУланский\t180101300123\tмалообеспеченная\t5 175")]
    [InlineData("grant_applications", "2024", "Дата заявки;Район;ИИН заявителя;Категория;Статус;Дата решения;Сумма;Причина отказа|01.02.2024;Уланский;850101300123;многодетная;Одобрено;05.02.2024;500 000;|03.02.2024;Уланский;850101300124;многодетная;отказ;;-;Неполный пакет")]
    [InlineData("microcredit_applications", "2024", "Дата заявки;Район;ИИН заявителя;Категория;Статус;Дата выдачи;Сумма, млн. тенге|01.02.2024;Уланский;850101300123;многодетная;выдан;05.03.2024;2,5")]
    [InlineData("employment_placements", "2024", "Дата трудоустройства;Район;ИИН;Категория;Вид работы;Работает через 6 месяцев|01.02.2024;Уланский;850101300123;многодетная;Общественные работы;неизвестно")]
    [InlineData("outreach_events", "2024", "Күні;Аудан;Тақырыбы;Қатысушылар саны|15.02.2024;Ұлан ауданы;Гранттар;45")]
    [InlineData("wellness_courses", "2024", "Дата начала;Район;ИИН;Программа|15.02.2024;Уланский;450101300123;Санаторий")]
    [InlineData("population", "2024", "Численность населения на 1 января 2024 года|Район;Численность|Уланский район;37 512|Итого;37 512")]
    [InlineData("allocations", "2024", "Месяц;Район;Ассигновано, тыс. тенге|январь 2024;Уланский;1 250,5")]
    [InlineData("targets", "2024", "План на 2024 год|Район;Показатель;План;Основание|ВКО;families;8800;№ 12|Уланский район;paid_amount;1 500 000,50;")]
    public void A_table_of_every_process_is_understood(string process, string unit, string lines)
    {
        var found = Read("таблица.csv", lines.Replace('|', '\n') + "\n");

        Assert.Equal((process, unit), (found.Process?.Name, found.Unit.Code));
        Assert.Empty(found.Errors);
    }

    [Theory]
    [InlineData("гранты Улан.csv", "grant_applications")]
    [InlineData("микрокредит 2024.csv", "microcredit_applications")]
    [InlineData("grant_applications.csv", "grant_applications")]
    [InlineData("microcredit_applications/Улан.csv", "microcredit_applications")]
    [InlineData("Улан.csv", null)]
    public void Of_two_processes_with_the_same_headers_the_files_name_tells_which(string name, string? process)
    {
        var found = Read(name, "Дата заявки;Район;ИИН заявителя;Категория;Статус;Сумма\n01.02.2024;Уланский;850101300123;многодетная;на рассмотрении;5\n");

        Assert.Equal(process, found.Process?.Name);
        Assert.Equal(process is null ? "process_ambiguous" : null, found.Fatal?.Rule);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_text_is_read_with_and_without_its_mark(string encoding)
    {
        var text = "month;аудан;іс нөмірі;санаты;көмек түрі;тағайындалды;төленді\n2024-03;Ұлан;1;көпбалалы;шартты;5;5\n";
        var plain = Encoding.GetEncoding(encoding);

        Assert.Equal(0, Read("a.csv", plain.GetBytes(text)).ErrorCount);
        Assert.Equal(0, Read("a.csv", [.. plain.GetPreamble(), .. plain.GetBytes(text)]).ErrorCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_long_text_is_read_whole_wherever_a_letter_is_cut(int shift)
    {
        var text = new string('a', shift) + "\nmonth;аудан;іс нөмірі;санаты;көмек түрі;тағайындалды;төленді\n" + string.Concat(Enumerable.Range(1, 20_000).Select(number => $"2024-03;Ұлан;ң{number};көпбалалы;шартты;5;5\n"));

        var found = Read("a.csv", text);

        Assert.Equal((20_000, 20_000 * 1000), (found.Totals.Rows, found.Totals.MoneyTiyn));
    }

    [Fact]
    public void Lines_are_counted_as_a_spreadsheet_counts_them_also_blank_ones_and_those_within_quotes()
    {
        var found = Read("a.csv", "Дата;Район;Тема;Участники\n\n15.02.2024;Уланский;\"две\nстроки\";5\n15.02.2024;Уланский;Гранты;-5\n");

        var error = Assert.Single(found.Errors);
        Assert.Equal(("number_negative", 4, 3), (error.Rule, error.Row, error.Column));
    }

    [Fact]
    public void Days_of_Excel_count_from_1900_or_from_1904()
    {
        Assert.Equal(new DateOnly(2024, 3, 31), new XlsxStyles(null, from1904: false).DayOf(45382));
        Assert.Equal(new DateOnly(2024, 3, 31), new XlsxStyles(null, from1904: true).DayOf(43920));
    }

    [Fact]
    public void A_files_name_as_a_source_has_at_most_64_characters_and_is_its_own()
    {
        Assert.Equal("mail/Улан, март д'2021.csv", DroppedFile.SourceName("mail", "Улан, март д'2021.csv"));
        var one = DroppedFile.SourceName("mail", new string('я', 200) + "1.csv");
        var two = DroppedFile.SourceName("mail", new string('я', 200) + "2.csv");
        Assert.Equal((64, true), (one.Length, one.EndsWith(".csv", StringComparison.Ordinal)));
        Assert.NotEqual(one, two);
        Assert.DoesNotContain('\n', DroppedFile.SourceName("mail", "a\nb.csv"));
    }

    private static FileFindings Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    private static FileFindings Read(string name, byte[] content) => FileAnalysis.Run(new MemoryStream(content), name, Mapping, "");
}
