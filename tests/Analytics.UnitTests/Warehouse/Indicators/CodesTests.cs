using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class CodesTests
{
    [Fact]
    public void Codes_are_those_of_the_public_surface()
    {
        Assert.Equal(["all", "large_family", "low_income"], Codes.All<Category>());
        Assert.Equal(["all", "conditional", "unconditional"], Codes.All<AidKind>());
        Assert.Equal(["as_reported", "current", "common"], Codes.All<Boundaries>());
        Assert.Equal(["last_year", "previous", "target"], Codes.All<Comparison>());
        Assert.Equal(["measured", "zero", "not_reported", "hidden", "not_applicable", "not_comparable"], Codes.All<ValueState>());
    }

    [Fact]
    public void A_code_is_read_back()
    {
        Assert.True(Codes.TryParse<Category>("large_family", out var category));
        Assert.Equal(Category.LargeFamily, category);
        Assert.Equal("large_family", Category.LargeFamily.Code());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("LargeFamily")]
    [InlineData("Large_Family")]
    [InlineData("1")]
    [InlineData("large_family,low_income")]
    public void Neither_a_name_nor_a_number_is_a_code(string? text) => Assert.False(Codes.TryParse<Category>(text, out _));
}
