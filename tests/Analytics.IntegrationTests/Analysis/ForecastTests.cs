using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;

namespace Analytics.IntegrationTests.Analysis;

public sealed class ForecastTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Fact]
    public async Task The_years_end_is_forecast_from_the_published_shares_of_past_years()
    {
        // Half-years of 6 of 12 and 6 of 15 events, and 8 so far.
        var world = await EventsAsync(("2019-03", 6), ("2019-10", 6), ("2020-06", 6), ("2020-12", 9), ("2021-01", 5), ("2021-06", 3));

        var forecast = await ReadAsync(world, "2021-01..06");

        Assert.Equal([new PastYear(2019, 6, 12), new PastYear(2020, 6, 15)], forecast.Method!.Years);
        Assert.Equal((18m, 22.5m), (forecast.Method.Expected, forecast.Method.MeanErrorPercent));
        Assert.Equal([25m, -20m], forecast.Method.BackTest.Select(year => year.ErrorPercent));
        Assert.Equal(8m, forecast.Method.Interval(0.95).Low);
        Assert.Null(forecast.Target);
    }

    [Fact]
    public async Task One_past_year_and_months_that_are_not_loaded_give_no_forecast()
    {
        var world = await EventsAsync(("2020-06", 6), ("2020-12", 9), ("2021-01", 5), ("2021-06", 3));

        Assert.Equal(ForecastReason.TooFewYears, (await ReadAsync(world, "2021-01..06")).Reason);
        Assert.Equal(ForecastReason.NotReported, (await ReadAsync(world, "2021-01..07")).Reason);
        Assert.Equal(ForecastReason.WholeYear, (await ReadAsync(world, "2020")).Reason);
    }

    [Fact]
    public async Task An_earlier_publication_keeps_its_forecast()
    {
        var source = await (await SourceAsync(SourceKind.Sqlite, "akimat")).WithEventsAsync(Token);
        await FillAsync(source, ("2019-03", 6), ("2019-10", 6), ("2020-06", 6), ("2020-12", 6), ("2021-01", 8), ("2021-06", 1));
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("INSERT INTO event SELECT row_id + 500, held_on, district_code, topic, attendees FROM event WHERE held_on >= '2020-07-01' AND held_on < '2021-01-01'", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(18m, (await ReadAsync(world, "2021-01..06", publication: 1)).Method!.Expected);
        Assert.Equal(22.5m, (await ReadAsync(world, "2021-01..06")).Method!.Expected);
    }

    private static Task<Forecast> ReadAsync(World world, string period, long? publication = null)
    {
        Assert.True(Period.TryParse(period, out var asked));
        return new ForecastReader(world.NewReader()).ReadAsync(
            new IndicatorQuery([IndicatorCatalogue.Get("outreach_events")], [Territories.Shipped.Region], asked) { Publication = publication }, Token);
    }

    private async Task<World> EventsAsync(params (string Month, int Events)[] months)
    {
        var source = await (await SourceAsync(SourceKind.Sqlite, "akimat")).WithEventsAsync(Token);
        await FillAsync(source, months);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return world;
    }

    private static Task FillAsync(SourceDatabase source, params (string Month, int Events)[] months)
    {
        var rows = months.SelectMany(month => Enumerable.Repeat(month.Month, month.Events)).Select((month, position) => $"({position + 1}, '{month}-15', '631000000', 'Job fair', 10)");
        return source.ExecuteAsync($"INSERT INTO event VALUES {string.Join(", ", rows)}", Token);
    }
}
