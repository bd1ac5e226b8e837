using Analytics.Warehouse;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class IndicatorCatalogueTests
{
    [Theory]
    [InlineData(IndicatorGroup.Coverage, "families persons children_1_6 coverage_rate conditional_families conditional_share able_bodied_persons able_bodied_share families_new families_exited")]
    [InlineData(IndicatorGroup.Spending, "assigned_amount paid_amount allocated_amount budget_execution average_per_family average_monthly_per_person")]
    [InlineData(IndicatorGroup.Grants, "grant_applications grants_approved grants_refused grants_under_review grants_paid grant_approval_rate grant_amount grant_decision_days microcredits_issued microcredit_amount")]
    [InlineData(IndicatorGroup.Employment, "placements placements_permanent placements_subsidised permanent_share unemployed_persons employment_coverage retention_6m")]
    [InlineData(IndicatorGroup.Packages, "package_children package_coverage package_amount")]
    [InlineData(IndicatorGroup.Outreach, "outreach_events outreach_attendees wellness_elderly")]
    public void Every_indicator_of_the_public_surface_exists(IndicatorGroup group, string codes) =>
        Assert.Equal(codes.Split(' '), IndicatorCatalogue.In(group).Select(indicator => indicator.Code));

    [Theory]
    [InlineData("coverage_rate", "persons", "population", 100)]
    [InlineData("budget_execution", "paid_amount", "allocated_amount", 100)]
    [InlineData("grant_approval_rate", "grants_approved", "grant_applications", 100)]
    [InlineData("employment_coverage", "placements", "unemployed_persons", 100)]
    [InlineData("able_bodied_share", "able_bodied_persons", "persons", 100)]
    [InlineData("package_coverage", "package_children", "children_1_6", 100)]
    [InlineData("average_per_family", "paid_amount", "families", 1)]
    [InlineData("average_monthly_per_person", "paid_amount", "person_months", 1)]
    public void A_ratio_divides_what_the_public_surface_says(string code, string numerator, string denominator, int factor)
    {
        var indicator = IndicatorCatalogue.Get(code);

        Assert.Equal((numerator, denominator, factor), (indicator.Numerator.Name, indicator.Denominator!.Name, indicator.Factor));
    }

    [Fact]
    public void Counts_of_families_and_people_never_add_up() => Assert.All(
        IndicatorCatalogue.All.Where(indicator => indicator is { Denominator: null, Unit: IndicatorUnit.Family or IndicatorUnit.Person } && indicator.Code != "outreach_attendees"),
        indicator => Assert.Equal(Accumulation.Distinct, indicator.Accumulation));

    [Fact]
    public void An_unknown_code_is_no_indicator() => Assert.Null(IndicatorCatalogue.Find("Families"));

    [Fact]
    public void Every_measure_has_its_file_whose_first_line_tells_its_meaning() => Assert.All(MeasureCatalogue.All, measure =>
        Assert.StartsWith("-- ", Resources.Text($"Measures/{measure.Base ?? measure.Name}.sql"), StringComparison.Ordinal));

    [Fact]
    public void The_definitions_have_a_fingerprint_of_thirty_two_digits() => Assert.Matches("^[0-9a-f]{32}$", MeasureCatalogue.Fingerprint);

    // A number without a type is a byte in ClickHouse: shifted by eight it is lost, and with it September to December.
    [Fact]
    public void Months_are_bits_of_a_number_wide_enough() =>
        Assert.DoesNotMatch(@"bitShiftLeft\(\s*\d", Resources.Text("Publications/lattice_distinct.sql"));

    [Fact]
    public void Every_file_of_a_measure_is_in_the_catalogue() => Assert.Equal(
        MeasureCatalogue.All.Select(measure => $"Measures/{measure.Base ?? measure.Name}.sql").Distinct().Order(StringComparer.Ordinal),
        Resources.In("Measures"));
}
