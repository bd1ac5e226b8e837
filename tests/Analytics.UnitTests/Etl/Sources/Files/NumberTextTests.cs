using Analytics.Etl.Sources.Files;

namespace Analytics.UnitTests.Etl.Sources.Files;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1234", 1234)]
    [InlineData("1 234,50", 1234.5)]
    [InlineData("1\u00A0234,50", 1234.5)]
    [InlineData("1\u202F234\u202F567,89", 1234567.89)]
    [InlineData("1 234.50 тг", 1234.5)]
    [InlineData("21500 тенге", 21500)]
    [InlineData("21 500 ₸", 21500)]
    [InlineData("1,234,567.00", 1234567)]
    [InlineData("1.234.567,00", 1234567)]
    [InlineData("1'234", 1234)]
    [InlineData("1234,5", 1234.5)]
    [InlineData("-5", -5)]
    [InlineData("−5,25", -5.25)]
    [InlineData("+7", 7)]
    public void A_number_is_read_as_people_type_it(string text, double expected) => Assert.Equal((decimal)expected, NumberText.Parse(text));

    // One comma is decimal here, so a thousand typed in the English way is no whole tiyn and its cell is marked.
    [Fact]
    public void One_comma_is_decimal() => Assert.Equal(1.234m, NumberText.Parse("1,234"));

    [Theory]
    [InlineData("")]
    [InlineData("нет")]
    [InlineData("12 рублей")]
    [InlineData("1 23 4")]
    [InlineData("1,23,4")]
    [InlineData("1e5")]
    [InlineData("=1+1")]
    [InlineData("12-5")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_is_none(string text) => Assert.Null(NumberText.Parse(text));

    [Theory]
    [InlineData("", true)]
    [InlineData(" – ", true)]
    [InlineData("-", true)]
    [InlineData("0", false)]
    public void A_dash_is_nothing(string text, bool expected) => Assert.Equal(expected, NumberText.IsAbsent(text));
}
