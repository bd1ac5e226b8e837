using Analytics.Etl.Publishing;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Indicators;

namespace Analytics.IntegrationTests.Demo;

/// <summary>The demo's public edition, through the reader that everybody uses.</summary>
[Collection(nameof(DemoTests))]
public sealed class PublicEditionTests(DemoWorld demo)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_waits_then_gets_no_small_number_and_no_sum_that_gives_one()
    {
        var world = demo.FromSqlite;
        var year = Period.OfYear(2020);
        if ((await ProtectionTables.ReadAsync(world.Get<Warehouse.Engine.WarehouseConnection>().Reader, 1, Token)).Count == 0)
        {
            await Assert.ThrowsAsync<NotPublicException>(() => AskAsync(year, Category.All, AidKind.All, Audience.Public));
        }

        var result = await world.Get<PublicEdition>().RunAsync(Token);

        Assert.NotNull(result);
        Assert.All(result.Years, one => Assert.Equal(ProtectionState.Protected, one.State));
        Assert.All(result.Years.Where(one => one.Year is >= 2019 and <= 2025), one => Assert.InRange((one.Small + one.Complementary) / (decimal)one.Cells, 0.02m, 0.4m));

        var (hidden, shown) = (0, 0);
        var counts = new Dictionary<(string Measure, string Territory, Period Period, Category Category, AidKind Aid), (decimal Value, bool IsHidden)>();
        foreach (var (period, category, aid) in Questions(2020))
        {
            var told = await AskAsync(period, category, aid, Audience.Public);
            var known = await AskAsync(period, category, aid, Audience.Internal);
            foreach (var (open, value) in known.Values.Zip(told.Values))
            {
                var isHidden = value.Figure.State == ValueState.Hidden;
                (hidden, shown) = isHidden ? (hidden + 1, shown) : (hidden, shown + (value.Figure.HasValue ? 1 : 0));
                if (isHidden)
                {
                    Assert.Equal((null, null, null), (value.Figure.Numerator, value.Figure.Denominator, value.Figure.Value));
                    Assert.Null(value.Change);
                    Assert.Null(value.Target?.Attainment);
                    Assert.Contains("hidden_small", value.Notes);
                }
                else
                {
                    Assert.Equal(open.Figure, value.Figure);
                    AssertNotSmall(value);
                }

                if (value.LastYear is { State: ValueState.Hidden })
                {
                    Assert.Null(value.Change);
                }

                if (open.Figure.HasValue && value.Indicator.Denominator is null)
                {
                    counts[(value.Indicator.Code, value.Territory.Slug, period, category, aid)] = (open.Figure.Value!.Value, isHidden);
                }
            }
        }

        Assert.True(hidden > 1000 && shown > 10_000, $"{hidden} hidden, {shown} shown");
        AssertNoSubtraction(counts);
        await The_line_over_time_passes_the_same_gate(counts);
    }

    // What a reader with a pencil does: everything less all shown parts.
    private static void AssertNoSubtraction(Dictionary<(string Measure, string Territory, Period Period, Category Category, AidKind Aid), (decimal Value, bool IsHidden)> counts)
    {
        var byRegion = counts.Where(cell => cell.Key.Territory != "vko" && cell.Value.Value != 0).ToLookup(cell => cell.Key with { Territory = "vko" }, cell => cell.Value);
        foreach (var region in counts.Where(cell => cell.Key.Territory == "vko" && !cell.Value.IsHidden))
        {
            var districts = byRegion[region.Key].ToList();
            Assert.False(districts.Count(cell => cell.IsHidden) == 1 && districts.Sum(cell => cell.Value) == region.Value.Value, $"A single district of {region.Key} is hidden");
        }

        foreach (var all in counts.Where(cell => cell.Key is { Category: Category.All, Aid: AidKind.All } && !cell.Value.IsHidden))
        {
            (decimal Value, bool IsHidden)[] categories = [.. new[] { Category.LargeFamily, Category.LowIncome }
                .Select(category => counts.GetValueOrDefault(all.Key with { Category = category })).Where(cell => cell.Value != 0)];
            Assert.False(categories.Count(cell => cell.IsHidden) == 1 && categories.Sum(cell => cell.Value) == all.Value.Value && categories.Length == 2, $"A single category of {all.Key} is hidden");
        }
    }

    private static void AssertNotSmall(IndicatorValue value)
    {
        string[] open = ["outreach_events", "allocated_amount", "grant_decision_days"];
        if (!open.Contains(value.Indicator.Code) && value.Figure is { State: ValueState.Measured })
        {
            Assert.False(value.Figure.Numerator is > 0 and < 5, $"{value.Indicator.Code} of {value.Territory.Slug} shows {value.Figure.Numerator}");
            Assert.False(value.Figure.Denominator is > 0 and < 5);
            if (value.Indicator.Code is "grant_approval_rate" or "permanent_share" or "retention_6m" or "conditional_share")
            {
                Assert.False(value.Figure.Denominator - value.Figure.Numerator is > 0 and < 5, $"{value.Indicator.Code} of {value.Territory.Slug}: all but {value.Figure.Denominator - value.Figure.Numerator}");
            }
        }
    }

    private async Task The_line_over_time_passes_the_same_gate(Dictionary<(string Measure, string Territory, Period Period, Category Category, AidKind Aid), (decimal Value, bool IsHidden)> counts)
    {
        var territories = Territories.Shipped.During(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31));
        var points = await demo.FromSqlite.NewReader().SeriesAsync(
            new SeriesQuery(IndicatorCatalogue.Get("paid_amount"), territories, PeriodKind.Month, new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)) { Audience = Audience.Public }, Token);
        Assert.All(points, point => Assert.Equal(
            counts[("paid_amount", point.Territory.Slug, point.Period, Category.All, AidKind.All)].IsHidden, point.Figure.State == ValueState.Hidden));
        Assert.Contains(points, point => point.Figure.State == ValueState.Hidden);
    }

    private Task<IndicatorAnswer> AskAsync(Period period, Category category, AidKind aid, Audience audience) => demo.FromSqlite.NewReader().ReadAsync(
        new IndicatorQuery(IndicatorCatalogue.All, Territories.Shipped.During(period.FirstDay, period.LastDay), period)
        {
            Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target },
            Category = category,
            Aid = aid,
            Audience = audience,
        },
        Token);

    private static IEnumerable<(Period, Category, AidKind)> Questions(int year) =>
        from period in Enumerable.Range(1, 12).SelectMany(month => new[] { Period.OfMonth(year, month), Period.ToDate(year, month) }).Concat(Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter)))
        from kind in new[] { (Category.All, AidKind.All), (Category.LargeFamily, AidKind.All), (Category.LowIncome, AidKind.All), (Category.All, AidKind.Conditional), (Category.All, AidKind.Unconditional), (Category.LargeFamily, AidKind.Conditional) }
        select (period, kind.Item1, kind.Item2);
}
