using Analytics.Etl.Sources;
using CsCheck;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class UnitPeriodTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 36_890].Select(days => UnitPeriod.Earliest.AddDays(days));

    [Fact]
    public void A_month_lasts_to_the_first_day_of_the_next() =>
        Assert.Equal(new UnitPeriod("2020-12", new DateOnly(2020, 12, 1), new DateOnly(2021, 1, 1)), UnitPeriod.Of(new DateOnly(2020, 12, 31), UnitSize.Month));

    [Fact]
    public void A_year_lasts_to_the_first_day_of_the_next() =>
        Assert.Equal(new UnitPeriod("2020", new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1)), UnitPeriod.Of(new DateOnly(2020, 12, 31), UnitSize.Year));

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_outside_2000_to_2100_is_undated(string day) => Assert.True(UnitPeriod.Of(DateOnly.Parse(day, null), UnitSize.Month).IsUndated);

    [Theory]
    [InlineData("2020-06", "202006")]
    [InlineData("2020", "2020")]
    public void The_partition_is_the_code_without_its_dash(string code, string partition) => Assert.Equal(partition, UnitPeriod.Parse(code).Partition);

    [Fact]
    public void Every_day_lies_in_its_unit_and_the_unit_is_read_back_from_its_code() =>
        Gen.Select(Days, Gen.Enum<UnitSize>()).Sample((day, size) =>
        {
            var unit = UnitPeriod.Of(day, size);
            return unit.From <= day && day < unit.Until && UnitPeriod.Parse(unit.Code) == unit;
        });

    [Fact]
    public void The_undated_unit_is_read_back_too() => Assert.Equal(UnitPeriod.Undated, UnitPeriod.Parse("undated"));
}
