using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Publications;

namespace Analytics.UnitTests.Warehouse.Publications;

/// <summary>Which months are closed in which district: payments of 2024 from January to April, loaded on the days given.</summary>
public sealed class CompletenessTests
{
    private const string Payments = "fact_benefit_payment", Grants = "fact_grant_application";
    private static readonly Territory Samar = Territories.Shipped.Find("samar")!, Ulan = Territories.Shipped.Find("ulan")!, Kurshum = Territories.Shipped.Find("kurshum")!;

    [Fact]
    public void A_month_that_was_verified_after_its_end_is_closed() => Assert.Equal(Month(4), Of("2024-05-01").ClosedThrough(Payments));

    [Fact]
    public void A_month_that_was_verified_before_its_end_is_open_everywhere()
    {
        var completeness = Of("2024-04-30");

        Assert.Equal(Month(3), completeness.ClosedThrough(Payments));
        Assert.Equal(13, completeness.OpenIn(Payments, Month(4)).Count);
    }

    [Fact]
    public void A_month_that_is_followed_by_facts_of_a_later_one_is_closed_in_that_district()
    {
        var completeness = Completeness("2024-03-15", "2024-04-02", []);

        Assert.Empty(completeness.OpenIn(Payments, Month(3)));
        Assert.NotEmpty(completeness.OpenIn(Payments, Month(4)));
    }

    [Fact]
    public void A_district_without_payments_after_months_with_some_holds_the_month_open()
    {
        var completeness = Completeness("2024-05-01", "2024-05-01", [(Samar, 3), (Samar, 4)]);

        Assert.Equal([Samar.Id], completeness.OpenIn(Payments, Month(3)));
        Assert.Equal(Month(2), completeness.ClosedThrough(Payments));
        Assert.Equal(Month(2), completeness.ClosedThrough(Payments, Samar));
        Assert.Equal(Month(4), completeness.ClosedThrough(Payments, Ulan));
    }

    [Fact]
    public void A_district_that_never_had_payments_holds_nothing_open() =>
        Assert.Equal(Month(4), Completeness("2024-05-01", "2024-05-01", [(Samar, 1), (Samar, 2), (Samar, 3), (Samar, 4)]).ClosedThrough(Payments));

    [Fact]
    public void A_month_without_grants_is_closed_because_grants_do_not_come_every_month() => Assert.Equal(Month(4), Of("2024-05-01").ClosedThrough(Grants));

    [Fact]
    public void The_region_is_preliminary_while_one_district_is_open_and_its_neighbours_are_not()
    {
        var completeness = Completeness("2024-05-01", "2024-05-01", [(Samar, 4)]);

        Assert.True(completeness.IsPreliminary(Payments, Territories.Shipped.Region, null, Month(1), new DateOnly(2024, 4, 30)));
        Assert.True(completeness.IsPreliminary(Payments, Samar, null, Month(4), new DateOnly(2024, 4, 30)));
        Assert.False(completeness.IsPreliminary(Payments, Samar, null, Month(1), new DateOnly(2024, 3, 31)));
        Assert.False(completeness.IsPreliminary(Payments, Ulan, null, Month(1), new DateOnly(2024, 4, 30)));
    }

    [Fact]
    public void Land_is_preliminary_while_the_unit_that_holds_a_part_of_it_is_open()
    {
        var completeness = Completeness("2024-05-01", "2024-05-01", [(Kurshum, 4)]);

        Assert.True(completeness.IsPreliminary(
            Payments, Kurshum, Territories.Shipped.Land.CommonWith(Kurshum, new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31)), Month(4), new DateOnly(2024, 4, 30)));
    }

    [Fact]
    public void What_was_never_loaded_has_no_closed_month() => Assert.Null(Of("2024-05-01").ClosedThrough("fact_social_package"));

    [Fact]
    public void A_district_has_closed_a_period_when_each_of_its_months_is_loaded_and_closed()
    {
        var completeness = Completeness("2024-05-01", "2024-05-01", [(Samar, 4)]);

        Assert.True(completeness.IsClosed(Payments, Samar, Month(1), new DateOnly(2024, 3, 31)));
        Assert.False(completeness.IsClosed(Payments, Samar, Month(1), new DateOnly(2024, 4, 30)));
        Assert.True(completeness.IsClosed(Payments, Ulan, Month(1), new DateOnly(2024, 4, 30)));
        Assert.False(completeness.IsClosed(Payments, Ulan, Month(1), new DateOnly(2024, 5, 31)));
        Assert.True(completeness.IsClosed("fact_population", Ulan, Month(1), new DateOnly(2024, 12, 31)));
    }

    private static Completeness Of(string verifiedAprilOn) => Completeness("2024-05-01", verifiedAprilOn, []);

    private static Completeness Completeness(string verifiedOn, string verifiedAprilOn, IReadOnlyList<(Territory Unit, int Month)> missing)
    {
        PublishedUnit Unit(string table, string period, string on) =>
            new("social", table, period, 10, 0, null, "", 1, new DateTimeOffset(DateTime.Parse(on, null), TimeSpan.Zero));
        List<PublishedUnit> units =
        [
            .. Enumerable.Range(1, 3).Select(month => Unit("benefit_payments", $"2024-0{month}", verifiedOn)),
            Unit("benefit_payments", "2024-04", verifiedAprilOn),
            Unit("grant_applications", "2024", "2024-05-01"),
        ];
        var range = new MonthRange(Month(1), Month(4));
        var publication = new Publication(
            1, DateTimeOffset.UnixEpoch, Month(4), new Dictionary<string, MonthRange> { [Payments] = range, [Grants] = range }, units);
        var reported =
            from unit in Territories.Shipped.On(new DateOnly(2024, 4, 1))
            from month in Enumerable.Range(1, 4)
            where !missing.Contains((unit, month))
            select (Payments, unit.Id, Month(month));
        return new Completeness(publication, Territories.Shipped, reported);
    }

    private static DateOnly Month(int month) => new(2024, month, 1);
}
