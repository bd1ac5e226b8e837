using Analytics.Dashboard.Pages.Charts;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Dashboard.Pages.Charts;

public sealed class TrendChartTests
{
    [Fact]
    public void A_month_that_is_not_closed_everywhere_is_hollow()
    {
        var chart = Chart(Point(4, 10), Point(5, 12, "preliminary"));

        Assert.Equal([false, true, false], chart.Lines[0].Open.Skip(3).Take(3));
        Assert.True(chart.HasOpen);
    }

    [Fact]
    public void A_month_without_a_figure_is_no_point_at_all() =>
        Assert.False(Chart(Point(4, 10), Point(5, null, "period_incomplete")).HasOpen);

    private static TrendChart Chart(params SeriesPoint[] points) => TrendChart.Of(IndicatorCatalogue.Get("placements"), points, Language.English, new NoteMarks(Language.English));

    private static SeriesPoint Point(int month, decimal? value, params string[] notes) => new(
        Territories.Shipped.Region,
        Period.OfMonth(2021, month),
        value is { } number ? new Figure(ValueState.Measured, number, null, number) : Figure.Absent(ValueState.NotReported),
        notes);
}
