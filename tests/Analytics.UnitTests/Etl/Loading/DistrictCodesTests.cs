using Analytics.Etl.Loading;
using Analytics.Warehouse.Dimensions;

namespace Analytics.UnitTests.Etl.Loading;

public sealed class DistrictCodesTests
{
    private static readonly DistrictCodes Codes = new(Territories.Shipped);

    [Theory]
    [InlineData("631000000", "2020-06-01", 10u, null)]
    [InlineData("632800000", "2022-05-01", 13u, null)]
    [InlineData("632800000", "2022-06-01", 13u, null)]
    [InlineData("632800000", "2022-06-30", 13u, null)]
    [InlineData("632800000", "2022-07-01", 0u, "district_not_in_force")]
    [InlineData("101000000", "2022-07-01", 0u, "district_outside_region")]
    [InlineData("101000000", "2022-05-31", 0u, "district_not_in_force")]
    [InlineData("635600000", "2022-06-01", 31u, null)]
    [InlineData("635600000", "2022-05-31", 0u, "district_not_in_force")]
    [InlineData("635500000", "2024-01-01", 30u, null)]
    [InlineData("635500000", "2023-12-31", 0u, "district_not_in_force")]
    [InlineData("630000000", "2020-06-01", 0u, "district_unknown")]
    [InlineData("", "2020-06-01", 0u, "district_missing")]
    [InlineData("63100000", "2020-06-01", 0u, "district_unknown")]
    public void A_code_counts_in_every_month_in_which_it_was_in_force(string kato, string day, uint id, string? rule)
    {
        Assert.Equal((id, rule), Codes.Find(kato, DateOnly.Parse(day, null)));
        Assert.Equal((id, rule), Codes.Find(kato, DateOnly.Parse(day, null)));
    }
}
