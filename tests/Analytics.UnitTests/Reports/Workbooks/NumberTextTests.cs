using Analytics.Reports.Workbooks.Cells;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Reports.Workbooks;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("ru", "#,##0", "10969", "10\u00A0969")]
    [InlineData("en", "#,##0", "-10969.4", "\u221210,969")]
    [InlineData("kk", "#,##0.0", "82.547", "82,5")]
    [InlineData("en", "0", "2020", "2020")]
    [InlineData("ru", "#,##0.0\"\u00A0%\"", "103.82", "103,8\u00A0%")]
    [InlineData("ru", "+#,##0.0\"%\";\"\u2212\"#,##0.0\"%\";#,##0.0\"%\"", "20.3125", "+20,3%")]
    [InlineData("ru", "+#,##0.0\"%\";\"\u2212\"#,##0.0\"%\";#,##0.0\"%\"", "-11.909", "\u221211,9%")]
    [InlineData("ru", "+#,##0.0\"%\";\"\u2212\"#,##0.0\"%\";#,##0.0\"%\"", "0", "0,0%")]
    [InlineData("en", "#,##0.######", "1234.5", "1,234.5")]
    [InlineData("en", "#,##0.######", "1234", "1,234")]
    public void A_number_is_printed_as_a_viewer_shows_it(string language, string format, string number, string text) =>
        Assert.Equal(text, NumberText.Of(Language.Find(language)!, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), format));
}
