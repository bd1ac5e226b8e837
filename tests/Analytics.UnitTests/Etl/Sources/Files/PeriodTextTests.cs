using System.Globalization;
using Analytics.Etl.Sources.Files;

namespace Analytics.UnitTests.Etl.Sources.Files;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2024-03", "2024-03-01 Month")]
    [InlineData("03.2024", "2024-03-01 Month")]
    [InlineData("3.2024", "2024-03-01 Month")]
    [InlineData("март 2024", "2024-03-01 Month")]
    [InlineData("Март 2024 г.", "2024-03-01 Month")]
    [InlineData("за март 2024 года", "2024-03-01 Month")]
    [InlineData("в марте 2024 года", "2024-03-01 Month")]
    [InlineData("мар.24", "2024-03-01 Month")]
    [InlineData("наурыз 2024", "2024-03-01 Month")]
    [InlineData("2024 жылғы наурыз", "2024-03-01 Month")]
    [InlineData("2024 ж. наурыз айы", "2024-03-01 Month")]
    [InlineData("March 2024", "2024-03-01 Month")]
    [InlineData("MAR 2024", "2024-03-01 Month")]
    [InlineData("31.03.2024", "2024-03-31 Day")]
    [InlineData("2024-03-31", "2024-03-31 Day")]
    [InlineData("31/03/2024", "2024-03-31 Day")]
    [InlineData("31 марта 2024 г.", "2024-03-31 Day")]
    [InlineData("31.03.2024 00:00:00", "2024-03-31 Day")]
    [InlineData("2024", "2024-01-01 Year")]
    [InlineData("2024 год", "2024-01-01 Year")]
    [InlineData("2024 жыл", "2024-01-01 Year")]
    [InlineData("", null)]
    [InlineData("март", null)]
    [InlineData("1 квартал 2024", null)]
    [InlineData("31.02.2024", null)]
    [InlineData("03/31/2024", null)]
    [InlineData("март-апрель 2024", null)]
    [InlineData("Иванова", null)]
    [InlineData("45352", null)]
    public void A_day_a_month_or_a_year_is_read(string text, string? expected) => Assert.Equal(expected, Show(PeriodText.Parse(text)));

    [Theory]
    [InlineData("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан")]
    [InlineData("кантар акпан наурыз сауир мамыр маусым шилде тамыз кыркуйек казан караша желтоксан")]
    [InlineData("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")]
    [InlineData("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")]
    [InlineData("January February March April May June July August September October November December")]
    [InlineData("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")]
    public void Every_month_is_known_in_each_language(string names) => Assert.Equal(
        Enumerable.Range(1, 12).Select(month => string.Create(CultureInfo.InvariantCulture, $"2023-{month:00}-01 Month")),
        names.Split(' ').Select(name => Show(PeriodText.Parse(name + " 2023"))));

    [Theory]
    [InlineData("Сведения о выплате АСП за март 2024 года по Уланскому району", "2024-03-01 Month")]
    [InlineData("2024 жылғы наурыз айындағы АӘК төлемі", "2024-03-01 Month")]
    [InlineData("Payments for March 2024, form 2-TSA", "2024-03-01 Month")]
    [InlineData("Улан 2024-03", "2024-03-01 Month")]
    [InlineData("улан_03.2024_исправлено", "2024-03-01 Month")]
    [InlineData("ulan_2024_03", "2024-03-01 Month")]
    [InlineData("Численность населения на 1 января 2024 года", "2024-01-01 Day")]
    [InlineData("с 01.03.2024 по 31.03.2024", null)]
    [InlineData("март и апрель 2024", null)]
    [InlineData("Список", null)]
    public void A_title_or_a_files_name_tells_one_period_or_none(string text, string? expected) => Assert.Equal(expected, Show(PeriodText.Within(text)));

    private static string? Show(PeriodText? period) =>
        period is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.FirstDay:yyyy-MM-dd} {known.Span}") : null;
}
