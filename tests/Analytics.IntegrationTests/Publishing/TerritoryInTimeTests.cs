using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.IntegrationTests.Publishing;

/// <summary>
/// Kokpekti was divided in June 2022: its land north of the river became Samar and stayed, the rest left the region. Ten families lived
/// in it in 2020: three in a settlement that lies in Samar today, five in one that left, two of whom nobody wrote where.
/// </summary>
public sealed class TerritoryInTimeTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Kokpekti = "635000000", Samar = "635600000", Oskemen = "631000000";

    [Theory]
    [InlineData("kokpekti", Boundaries.AsReported, "10", null)]
    [InlineData("samar", Boundaries.AsReported, null, "not_in_region")]
    [InlineData("vko", Boundaries.AsReported, "14", null)]
    [InlineData("samar", Boundaries.Current, "4.0000", "split_by_shares")]
    [InlineData("kokpekti", Boundaries.Current, "6.0000", "split_by_shares")]
    [InlineData("oskemen", Boundaries.Current, "4", null)]
    [InlineData("vko", Boundaries.Current, "8.0000", "split_by_shares")]
    public async Task Families_of_2020_stand_on_the_boundaries_asked_for(string territory, Boundaries boundaries, string? families, string? note)
    {
        var value = await AskAsync(await WorldAsync(), territory, "2020-01", boundaries);

        Assert.Equal(families is null ? null : decimal.Parse(families, System.Globalization.CultureInfo.InvariantCulture), value.Figure.Value);
        Assert.Equal(note is null ? [] : [note], value.Notes);
    }

    [Fact]
    public async Task As_reported_the_region_of_2023_is_not_compared_with_that_of_2020()
    {
        var value = await AskAsync(await WorldAsync(), "vko", "2023-01", Boundaries.AsReported, "2020-01");

        Assert.Equal((7m, 14m), (value.Figure.Value, value.Others[0].Figure.Value));
        Assert.Null(value.Others[0].Change);
        Assert.Contains("boundary_changed", value.Others[0].Reasons);
    }

    [Fact]
    public async Task Whoever_wants_to_see_it_all_the_same_sees_it_with_its_reasons()
    {
        var value = await AskAsync(await WorldAsync(), "vko", "2023-01", Boundaries.AsReported, "2020-01", showsIncomparable: true);

        Assert.Equal(-50m, value.Others[0].Change!.Percent);
        Assert.Contains("boundary_changed", value.Others[0].Reasons);
        Assert.Contains("boundary_changed", value.Notes);
    }

    [Fact]
    public async Task On_common_boundaries_the_same_land_is_compared()
    {
        var value = await AskAsync(await WorldAsync(), "vko", "2023-01", Boundaries.Common, "2020-01");

        Assert.Equal((7m, 8m), (value.Figure.Value, value.Others[0].Figure.Value));
        Assert.Equal(-12.5m, value.Others[0].Change!.Percent);
        Assert.Empty(value.Others[0].Reasons);
        Assert.Contains("split_by_shares", value.Others[0].Notes);
    }

    [Fact]
    public async Task Without_a_list_of_settlements_all_is_divided_by_shares_and_says_so()
    {
        var value = await AskAsync(await WorldAsync(withSettlements: false), "samar", "2020-01", Boundaries.Current);

        Assert.Equal(5m, value.Figure.Value);
        Assert.Equal(["split_by_shares"], value.Notes);
    }

    [Fact]
    public async Task A_newer_list_of_settlements_divides_all_years_anew()
    {
        var (world, source) = await BothAsync(withSettlements: true);
        Assert.Equal(4m, (await AskAsync(world, "samar", "2020-01", Boundaries.Current)).Figure.Value);

        await source.ExecuteAsync("INSERT INTO place VALUES (9, '2026-01-01', '635003500', 'samar', 'B')", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(9m, (await AskAsync(world, "samar", "2020-01", Boundaries.Current)).Figure.Value);
        Assert.Equal(1m, (await AskAsync(world, "kokpekti", "2020-01", Boundaries.Current)).Figure.Value);
    }

    [Fact]
    public async Task A_settlement_that_the_list_does_not_place_in_a_part_of_the_district_is_divided_by_shares()
    {
        var (world, source) = await BothAsync(withSettlements: true);
        await source.ExecuteAsync("UPDATE payment SET settlement_code = '631001100' WHERE row_id <= 3", Token);
        await world.LoadAndPublishAsync(Token);

        var value = await AskAsync(world, "samar", "2020-01", Boundaries.Current);

        Assert.Equal(2.5m, value.Figure.Value);
        Assert.Equal(["split_by_shares"], value.Notes);
    }

    [Theory]
    [InlineData("nowhere", "district_unknown in district_code")]
    [InlineData("630000000", "district_unknown in district_code")]
    public async Task A_settlement_of_no_unit_goes_into_quarantine(string unit, string rule)
    {
        var source = await SettlementsAsync();
        await source.ExecuteAsync($"INSERT INTO place VALUES (1, '2025-01-01', '635001100', '{unit}', 'A')", Token);
        var world = await WorldAsync(source);

        await world.LoadAsync(Token);

        Assert.Contains(await world.QuarantineAsync(Token), row => row.EndsWith(rule, StringComparison.Ordinal));
    }

    private async Task<World> WorldAsync(bool withSettlements = true) => (await BothAsync(withSettlements)).World;

    private async Task<(World World, SourceDatabase Source)> BothAsync(bool withSettlements)
    {
        var source = await SettlementsAsync();
        if (withSettlements)
        {
            await source.ExecuteAsync(
                "INSERT INTO place VALUES (1, '2025-01-01', '635001100', '635600000', 'A'), (2, '2025-01-01', '635003500', 'kokpekti', 'B'), (3, '2025-01-01', '631001100', 'oskemen', 'C')",
                Token);
        }

        var row = 0;
        foreach (var (month, district, settlement, families) in new[]
        {
            ("2020-01-01", Kokpekti, "635001100", 3), ("2020-01-01", Kokpekti, "635003500", 5), ("2020-01-01", Kokpekti, "", 2), ("2020-01-01", Oskemen, "", 4),
            ("2023-01-01", Samar, "", 4), ("2023-01-01", Oskemen, "", 3),
        })
        {
            for (var family = 0; family < families; family++)
            {
                row++;
                await source.ExecuteAsync($"INSERT INTO payment VALUES ({row}, '{month}', '{district}', '{settlement}', 'H-{row}', 'low_income', 'conditional', 100, 100)", Token);
            }
        }

        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return (world, source);
    }

    private async Task<SourceDatabase> SettlementsAsync()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.ExecuteAsync("CREATE TABLE place (row_id integer, listed_on text, settlement_code text, district_code text, name text)", Token);
        return source.Map("settlements", "SELECT * FROM place");
    }

    private static async Task<IndicatorValue> AskAsync(
        World world, string territory, string period, Boundaries boundaries, string? other = null, bool showsIncomparable = false)
    {
        Assert.True(Period.TryParse(period, out var asked));
        var query = new IndicatorQuery([IndicatorCatalogue.Get("families")], [Territories.Shipped.Find(territory)!], asked)
        {
            Boundaries = boundaries,
            ComparedWith = other is null ? [] : [Period.TryParse(other, out var read) ? read : throw new ArgumentException(other)],
            ShowsIncomparable = showsIncomparable,
        };
        return (await world.NewReader().ReadAsync(query, Token)).Values.Single();
    }
}
