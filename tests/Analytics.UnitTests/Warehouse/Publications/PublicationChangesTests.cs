using Analytics.Warehouse.Publications;

namespace Analytics.UnitTests.Warehouse.Publications;

public sealed class PublicationChangesTests
{
    [Fact]
    public void Rows_without_a_date_change_no_cell()
    {
        var time = new DateTimeOffset(2020, 7, 1, 0, 0, 0, TimeSpan.Zero);
        var june = new PublishedUnit("social", "benefit_payments", "2020-06", 10, 1_000m, new DateOnly(2020, 6, 1), "f", 1, time);
        var units = new[] { new ReplacedUnit(june, june with { LoadId = 2 }), new ReplacedUnit(june with { Period = "undated" }, null), new ReplacedUnit(null, june with { Period = "2020-07" }) };
        var cell = new ChangedCell("paid_amount", "as_reported", 1, "month", new DateOnly(2020, 6, 30), "all", "all", 1, 2);
        var publication = new Publication(1, time, null, new Dictionary<string, MonthRange>(), []);

        Assert.Equal([units[0]], new PublicationChanges(publication, publication, [cell], units, IsComplete: true).CausesOf(cell));
    }
}
