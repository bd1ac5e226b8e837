using Analytics.Dashboard.Pages;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Warehouse.Texts;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(1, "АСП получила 1 семья")]
    [InlineData(2, "АСП получили 2 семьи")]
    [InlineData(4, "АСП получили 4 семьи")]
    [InlineData(5, "АСП получили 5 семей")]
    [InlineData(11, "АСП получили 11 семей")]
    [InlineData(12, "АСП получили 12 семей")]
    [InlineData(14, "АСП получили 14 семей")]
    [InlineData(21, "АСП получила 21 семья")]
    [InlineData(111, "АСП получили 111 семей")]
    [InlineData(122, "АСП получили 122 семьи")]
    [InlineData(10_969, "АСП получили 10\u00A0969 семей")]
    public void Russian_has_three_forms(int count, string text) => Assert.Equal(text, Language.Russian.PageCount("finding.board", count));

    [Theory]
    [InlineData(0, "0 families received targeted social assistance")]
    [InlineData(1, "1 family received targeted social assistance")]
    [InlineData(21, "21 families received targeted social assistance")]
    public void English_has_two_forms(int count, string text) => Assert.Equal(text, Language.English.PageCount("finding.board", count));

    [Theory]
    [InlineData("kk", true)]
    [InlineData("ru", true)]
    [InlineData("en", true)]
    [InlineData("RU", false)]
    [InlineData("de", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void There_are_three_languages(string? code, bool isKnown) => Assert.Equal(isKnown, Language.Find(code) is not null);

    [Fact]
    public void A_missing_text_is_an_error_not_an_empty_place() =>
        Assert.Throws<KeyNotFoundException>(() => Language.Russian.Text("no.such.text"));
}
