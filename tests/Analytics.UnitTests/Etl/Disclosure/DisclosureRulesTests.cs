using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.UnitTests.Etl.Disclosure;

public sealed class DisclosureRulesTests
{
    private static readonly LatticeKey Year = new("families", Boundaries.AsReported, 10, PeriodKind.YearToDate, new DateOnly(2020, 12, 31), Category.All, AidKind.All);

    [Fact]
    public void Somebody_has_said_of_every_measure_what_it_tells_about_people() =>
        Assert.All(MeasureCatalogue.All, measure => Assert.NotNull(DisclosureRules.Kind(measure.Name)));

    [Fact]
    public void Every_amount_rests_on_a_count() => Assert.All(
        MeasureCatalogue.All.Where(measure => DisclosureRules.Kind(measure.Name) == DisclosureKind.Amount),
        measure => Assert.Equal(DisclosureKind.Count, DisclosureRules.Kind(DisclosureRules.CountOf(measure.Name))));

    [Fact]
    public void A_measure_that_nobody_has_judged_is_not_public() => Assert.False(DisclosureRules.IsInPublicLattice(Year with { Measure = "something_new" }));

    [Fact]
    public void A_category_is_not_crossed_with_a_kind_of_aid() =>
        Assert.False(DisclosureRules.IsInPublicLattice(Year with { Category = Category.LargeFamily, Aid = AidKind.Conditional }));

    [Fact]
    public void Months_are_of_all_families()
    {
        var month = Year with { Kind = PeriodKind.Month, End = new DateOnly(2020, 5, 31) };
        Assert.True(DisclosureRules.IsInPublicLattice(month));
        Assert.False(DisclosureRules.IsInPublicLattice(month with { Category = Category.LowIncome }));
    }

    [Fact]
    public void January_to_May_is_not_public_and_January_to_June_is()
    {
        Assert.False(DisclosureRules.IsInPublicLattice(Year with { End = new DateOnly(2020, 5, 31) }));
        Assert.True(DisclosureRules.IsInPublicLattice(Year with { End = new DateOnly(2020, 6, 30) }));
    }

    [Fact]
    public void Grants_of_a_district_are_told_for_whole_years()
    {
        var grants = Year with { Measure = "grant_applications" };
        Assert.True(DisclosureRules.IsInPublicLattice(grants));
        Assert.False(DisclosureRules.IsInPublicLattice(grants with { End = new DateOnly(2020, 6, 30) }));
        Assert.True(DisclosureRules.IsInPublicLattice(grants with { Territory = 1, End = new DateOnly(2020, 6, 30) }));
    }

    [Fact]
    public void A_composite_territory_and_its_units_are_one_land_and_a_whole()
    {
        // Today's unit 1001 is made of 10 and 11, and the region of 1001 and 12; on the boundaries of its day it is of all three.
        var (from, to) = (new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        TerritorySets.Row Row(Boundaries on, uint unit, uint into) => new(on, unit, into, from, to);
        var known = new TerritorySets(
        [
            Row(Boundaries.AsReported, 10, 10), Row(Boundaries.AsReported, 11, 11), Row(Boundaries.AsReported, 12, 12),
            Row(Boundaries.AsReported, 10, 1), Row(Boundaries.AsReported, 11, 1), Row(Boundaries.AsReported, 12, 1),
            Row(Boundaries.Current, 10, 1001), Row(Boundaries.Current, 11, 1001), Row(Boundaries.Current, 12, 12),
            Row(Boundaries.Current, 10, 1), Row(Boundaries.Current, 11, 1), Row(Boundaries.Current, 12, 1),
        ]).In(2020, 1, 12);

        Assert.Equal(new(Boundaries.AsReported, 1), known.SameAs[new(Boundaries.Current, 1)]);
        Assert.Equal(new(Boundaries.AsReported, 12), known.SameAs[new(Boundaries.Current, 12)]);
        Assert.Contains(known.Wholes, one => one.Whole == new TerritorySets.Place(Boundaries.Current, 1001) && one.Parts.Length == 2);
        Assert.Contains(known.Wholes, one => one.Whole.Territory == 1 && one.Parts.Contains(new(Boundaries.Current, 1001)) && one.Parts.Length == 2);
    }
}
