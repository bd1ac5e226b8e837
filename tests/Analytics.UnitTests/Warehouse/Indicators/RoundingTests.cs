using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(Rounding.HalfUp, "82.547", 1, "82.5")]
    [InlineData(Rounding.HalfUp, "82.547", 0, "83")]
    [InlineData(Rounding.HalfUp, "82.55", 1, "82.6")]
    [InlineData(Rounding.HalfUp, "-0.5", 0, "-1")]
    [InlineData(Rounding.Truncate, "82.547", 0, "82")]
    [InlineData(Rounding.Truncate, "99.96", 1, "99.9")]
    [InlineData(Rounding.Truncate, "-0.96", 0, "0")]
    public void A_value_is_rounded_by_its_rule(Rounding rule, string value, int decimals, string shown) =>
        Assert.Equal(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), rule.Round(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimals));

    [Fact]
    public void The_press_release_cuts_82_547_percent_off_to_82_where_we_show_82_5()
    {
        var rate = IndicatorCatalogue.Get("grant_approval_rate");
        var figure = new Figure(ValueState.Measured, 875, 1_060, 875m * 100 / 1_060);

        Assert.Equal("82,5\u00A0%", Language.Russian.Value(rate, figure));
        Assert.Equal("82\u00A0%", Language.Russian.Value(rate with { Decimals = 0, Rounding = Rounding.Truncate }, figure));
        Assert.Equal("875 из 1\u00A0060", Language.Russian.Parts(figure));
    }
}
