using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Warehouse.Texts;

/// <summary>U+00A0 is the no-break space, U+2212 the minus sign, U+2013 the dash between months.</summary>
public sealed class IndicatorTextsTests
{
    private static readonly Indicator Families = IndicatorCatalogue.Get("families");
    private static readonly Indicator ApprovalRate = IndicatorCatalogue.Get("grant_approval_rate");
    private static readonly Figure Approved = new(ValueState.Measured, 875, 1_060, 82.547169811m);

    [Theory]
    [InlineData("ru", "10\u00A0969", "4\u00A0700\u00A0000\u00A0000")]
    [InlineData("kk", "10\u00A0969", "4\u00A0700\u00A0000\u00A0000")]
    [InlineData("en", "10,969", "4,700,000,000")]
    public void Digits_are_grouped_by_threes(string code, string families, string money)
    {
        Assert.Equal(families, Of(code).Value(Families, new Figure(ValueState.Measured, 10_969, null, 10_969)));
        Assert.Equal(money, Of(code).Number(4_700_000_000, 0));
    }

    [Theory]
    [InlineData("ru", "82,5\u00A0%", "875 из 1\u00A0060")]
    [InlineData("kk", "82,5%", "875 / 1\u00A0060")]
    [InlineData("en", "82.5%", "875 of 1,060")]
    public void A_rate_stands_beside_its_parts(string code, string rate, string parts)
    {
        Assert.Equal(rate, Of(code).Value(ApprovalRate, Approved));
        Assert.Equal(parts, Of(code).Parts(Approved));
    }

    [Fact]
    public void Halves_are_rounded_away_from_zero_for_show()
    {
        Assert.Equal("0,3", Language.Russian.Number(0.25m, 1));
        Assert.Equal("\u22120,3", Language.Russian.Number(-0.25m, 1));
        Assert.Equal("3", Language.Russian.Number(2.5m, 0));
    }

    [Theory]
    [InlineData("ru", "+12,0", "\u22123,4", "0,0")]
    [InlineData("kk", "+12,0", "\u22123,4", "0,0")]
    [InlineData("en", "+12.0", "\u22123.4", "0.0")]
    public void A_change_has_a_sign_unless_it_rounds_to_zero(string code, string more, string less, string same)
    {
        Assert.Equal(more, Of(code).SignedNumber(12, 1));
        Assert.Equal(less, Of(code).SignedNumber(-3.4m, 1));
        Assert.Equal(same, Of(code).SignedNumber(0.04m, 1));
        Assert.Equal(same, Of(code).SignedNumber(-0.04m, 1));
    }

    [Theory]
    [InlineData("ru", "+25,0\u00A0%", "в\u00A03,1\u00A0раза", "\u22122,5\u00A0п.\u00A0п.", "+12")]
    [InlineData("kk", "+25,0%", "3,1\u00A0есе", "\u22122,5\u00A0п.\u00A0т.", "+12")]
    [InlineData("en", "+25.0%", "×3.1", "\u22122.5\u00A0pp", "+12")]
    public void A_change_is_told_in_the_form_of_its_kind(string code, string percent, string times, string points, string absolute)
    {
        var language = Of(code);

        Assert.Equal(percent, language.ChangeInShort(Families, new Change(50, 25, null, null)));
        Assert.Equal(times, language.ChangeInShort(Families, new Change(210, 210, null, 3.1m)));
        Assert.Equal(points, language.ChangeInShort(ApprovalRate, new Change(null, null, -2.5m, null)));
        Assert.Equal(absolute, language.ChangeInShort(Families, new Change(12, null, null, null)));
    }

    [Fact]
    public void An_absent_figure_is_a_dash_and_has_no_parts()
    {
        Assert.Equal("—", Language.English.Value(Families, Figure.Absent(ValueState.NotReported)));
        Assert.Null(Language.English.Parts(Figure.Absent(ValueState.NotReported)));
        Assert.Equal("no data", Language.English.Name(ValueState.NotReported));
    }

    [Theory]
    [InlineData("ru", "2020", "2020\u00A0год")]
    [InlineData("ru", "2020-06", "июнь 2020\u00A0г.")]
    [InlineData("ru", "2020Q2", "II квартал 2020\u00A0г.")]
    [InlineData("ru", "2020-01..06", "январь–июнь 2020\u00A0г.")]
    [InlineData("ru", "2020-01..01", "январь 2020\u00A0г.")]
    [InlineData("kk", "2020", "2020\u00A0жыл")]
    [InlineData("kk", "2020-06", "2020\u00A0ж. маусым")]
    [InlineData("kk", "2020Q2", "2020\u00A0ж. II тоқсан")]
    [InlineData("kk", "2020-01..06", "2020\u00A0ж. қаңтар–маусым")]
    [InlineData("en", "2020", "2020")]
    [InlineData("en", "2020-06", "June 2020")]
    [InlineData("en", "2020Q2", "Q2 2020")]
    [InlineData("en", "2020-01..06", "January–June 2020")]
    public void A_period_is_told_in_words(string code, string period, string words)
    {
        Assert.True(Period.TryParse(period, out var read));
        Assert.Equal(words, Of(code).Name(read));
    }

    [Theory]
    [InlineData("ru", "4,70\u00A0млрд", "12,3\u00A0млн")]
    [InlineData("kk", "4,70\u00A0млрд", "12,3\u00A0млн")]
    [InlineData("en", "4.70\u00A0bn", "12.3\u00A0m")]
    public void Money_of_a_headline_is_short(string code, string billions, string millions)
    {
        Assert.Equal(billions, Of(code).ShortMoney(4_700_000_000));
        Assert.Equal(millions, Of(code).ShortMoney(12_345_678));
        Assert.Equal("999", Of(code).ShortMoney(999));
    }

    [Theory]
    [InlineData("ru", "14.05.2021")]
    [InlineData("kk", "14.05.2021")]
    [InlineData("en", "14/05/2021")]
    public void The_day_stands_before_the_month(string code, string date) => Assert.Equal(date, Of(code).Date(new DateOnly(2021, 5, 14)));

    private static Language Of(string code) => Language.Find(code)!;
}
