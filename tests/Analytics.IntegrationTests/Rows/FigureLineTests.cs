using Analytics.IntegrationTests.Demo;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rows;

namespace Analytics.IntegrationTests.Rows;

/// <summary>The rows behind a figure give the very figure.</summary>
[Collection(nameof(DemoTests))]
public sealed class FigureLineTests(DemoWorld demo)
{
    private static readonly (string Period, Boundaries Boundaries, Category Category)[] Questions =
    [
        ("2020", Boundaries.AsReported, Category.All),
        ("2020-06", Boundaries.AsReported, Category.All),
        ("2024", Boundaries.Current, Category.All),
        ("2023Q2", Boundaries.Common, Category.All),
        ("2021-01..06", Boundaries.AsReported, Category.LowIncome),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("families")]
    [InlineData("families_new")]
    [InlineData("families_exited")]
    [InlineData("persons")]
    [InlineData("paid_amount")]
    [InlineData("conditional_share")]
    [InlineData("coverage_rate")]
    [InlineData("average_monthly_per_person")]
    [InlineData("grant_approval_rate")]
    [InlineData("grant_decision_days")]
    [InlineData("placements")]
    [InlineData("package_children")]
    [InlineData("wellness_elderly")]
    public async Task The_rows_give_the_very_figure(string indicator)
    {
        var listed = 0;
        foreach (var (period, boundaries, category) in Questions)
        {
            foreach (var territory in new[] { "vko", "semey", "oskemen" })
            {
                foreach (var part in IndicatorCatalogue.Get(indicator).Denominator is null ? [FigurePart.Numerator] : new[] { FigurePart.Numerator, FigurePart.Denominator })
                {
                    var lines = await LinesAsync(indicator, territory, period, boundaries, category, part);
                    if (lines.Published is null || lines.IsShared)
                    {
                        continue;
                    }

                    listed++;
                    Assert.True(lines.IsEqual, $"{indicator} {part} {territory} {period} {boundaries} {category}: published {lines.Published}, rows give {lines.Total}");
                    Assert.Empty(lines.Since);
                }
            }
        }

        Assert.InRange(listed, 4, 30);
    }

    [Fact]
    public async Task Every_family_of_a_month_is_listed_once_with_what_it_was_paid()
    {
        var lines = await LinesAsync("families", "semey", "2020-06", Boundaries.AsReported, Category.All, FigurePart.Numerator, take: 5000);
        var paid = await LinesAsync("paid_amount", "semey", "2020-06", Boundaries.AsReported, Category.All, FigurePart.Numerator);

        Assert.Equal((int)lines.Published!, lines.Page.Select(line => line.Key).Distinct().Count());
        Assert.Equal(paid.Published, lines.Page.Sum(line => line.Money));
    }

    [Fact]
    public async Task Pages_divide_the_rows_and_none_is_on_two()
    {
        var whole = await LinesAsync("placements", "semey", "2020", Boundaries.AsReported, Category.All, FigurePart.Numerator, take: 5000);
        var first = await LinesAsync("placements", "semey", "2020", Boundaries.AsReported, Category.All, FigurePart.Numerator, take: 100);
        var second = await LinesAsync("placements", "semey", "2020", Boundaries.AsReported, Category.All, FigurePart.Numerator, take: 100, skip: 100);

        Assert.Equal(whole.Page.Take(200).Select(line => line.Key), first.Page.Concat(second.Page).Select(line => line.Key));
        Assert.Equal(whole.Published, whole.Page.Count);
    }

    [Fact]
    public async Task Where_a_share_of_some_facts_is_counted_no_rows_are_listed()
    {
        var lines = await LinesAsync("families", "samar", "2020", Boundaries.Current, Category.All, FigurePart.Numerator);

        Assert.Equal(lines.IsShared, lines.Value.Notes.Contains("split_by_shares"));
        Assert.Equal(lines.IsShared, lines.Page.Count == 0);
    }

    [Fact]
    public async Task Payments_of_nothing_are_left_out_of_the_families()
    {
        var taken = await demo.FromSqlite.Get<FigureLineReader>().CountAsync(IndicatorCatalogue.Get("families").Numerator, Period.OfYear(2020), Token);

        Assert.Equal((54_701, 149), (taken.All, taken.LeftOut));
    }

    [Fact]
    public async Task The_public_gets_no_rows() => await Assert.ThrowsAsync<ArgumentException>(() =>
        demo.FromSqlite.Get<FigureLineReader>().ReadAsync(Query("families", "vko", "2020") with { Audience = Audience.Public }, FigurePart.Numerator, 100, 0, Token));

    private Task<FigureLines> LinesAsync(
        string indicator, string territory, string period, Boundaries boundaries, Category category, FigurePart part, int take = 1, long skip = 0) =>
        demo.FromSqlite.Get<FigureLineReader>().ReadAsync(Query(indicator, territory, period) with { Boundaries = boundaries, Category = category }, part, take, skip, Token);

    private static IndicatorQuery Query(string indicator, string territory, string period)
    {
        Assert.True(Period.TryParse(period, out var asked));
        return new IndicatorQuery([IndicatorCatalogue.Get(indicator)], [Territories.Shipped.Find(territory)!], asked) { Comparisons = new HashSet<Comparison> { Comparison.LastYear } };
    }
}
