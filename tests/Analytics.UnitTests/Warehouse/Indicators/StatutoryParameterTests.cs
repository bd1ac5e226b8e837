using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class StatutoryParameterTests
{
    [Theory]
    [InlineData("2019-03-31", 14_849)]
    [InlineData("2019-04-01", 20_789)]
    [InlineData("2020-03-31", 21_828)]
    [InlineData("2020-04-01", 22_868)]
    public void The_poverty_line_is_that_of_its_day(string day, int line) => Assert.Equal(line, StatutoryParameter.On(DateOnly.Parse(day, null))!.PovertyLine);

    [Fact]
    public void Twice_in_2020_the_calculation_index_was_another() =>
        Assert.Equal([2651m, 2778m], StatutoryParameter.All.Where(parameter => parameter.ValidFrom.Year == 2020).Select(parameter => parameter.Index));

    [Fact]
    public void A_grant_of_two_hundred_indices_was_555_600_tenge_from_April_2020() => Assert.Equal(555_600, StatutoryParameter.On(new DateOnly(2020, 4, 1))!.Index * 200);

    [Fact]
    public void Every_line_is_its_percentage_of_the_minimum_to_a_tenge() => Assert.All(
        StatutoryParameter.All, parameter => Assert.InRange(parameter.PovertyLine - (parameter.SubsistenceMinimum * parameter.LinePercent / 100), -1, 1));

    [Fact]
    public void Every_break_that_a_parameter_makes_is_known() => Assert.All(
        StatutoryParameter.All.Where(parameter => parameter.Note is not null),
        parameter => Assert.Contains(SeriesBreak.All, broken => broken.Note == parameter.Note && broken.BrokenOn == parameter.ValidFrom));

    [Fact]
    public void Before_the_first_there_is_none() => Assert.Null(StatutoryParameter.On(new DateOnly(2017, 12, 31)));
}
