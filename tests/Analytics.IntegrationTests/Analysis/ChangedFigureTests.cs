using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.IntegrationTests.Analysis;

/// <summary>What changed since a publication: figures before and after, and the loads behind them.</summary>
public sealed class ChangedFigureTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Fact]
    public async Task Every_figure_that_a_correction_moved_is_told_with_its_load_and_no_other()
    {
        var world = await CorrectedAsync();

        var changes = await ReadAsync(world, IndicatorCatalogue.Get("outreach_attendees"), null);

        Assert.Equal(
            [
                "2020-01..03 vko 10 → 16", "2020-01..03 ridder 10 → 16", "2020Q1 vko 10 → 16", "2020Q1 ridder 10 → 16",
                "2020-01..02 vko 10 → 16", "2020-01..02 ridder 10 → 16", "2020-02 vko 10 → 16", "2020-02 ridder 10 → 16",
            ],
            changes.Figures.Where(figure => figure.Period.LastMonthNumber < 4).Select(Text));
        Assert.All(changes.Figures, figure => Assert.Equal(["social/outreach_events/2020"], figure.Causes.Select(unit => $"{unit.Either.Source}/{unit.Either.Table}/{unit.Either.Period}")));
        Assert.DoesNotContain(changes.Figures, figure => figure.Territory.Slug == "oskemen");
        Assert.False(changes.HasMore);
    }

    [Fact]
    public async Task One_period_and_one_page_can_be_asked_for()
    {
        var world = await CorrectedAsync();

        var whole = await ReadAsync(world, null, Period.OfMonth(2020, 2));
        var first = await ReadAsync(world, null, Period.OfMonth(2020, 2), most: 1);
        var second = await ReadAsync(world, null, Period.OfMonth(2020, 2), skip: 1);

        Assert.Equal(["2020-02 vko 10 → 16", "2020-02 ridder 10 → 16"], whole.Figures.Select(Text));
        Assert.Equal(("2020-02 vko 10 → 16", true), (Text(first.Figures.Single()), first.HasMore));
        Assert.Equal(("2020-02 ridder 10 → 16", false), (Text(second.Figures.Single()), second.HasMore));
        Assert.Empty((await ReadAsync(world, IndicatorCatalogue.Get("outreach_events"), null)).Figures);
    }

    [Fact]
    public async Task A_publication_that_is_not_kept_is_an_error()
    {
        var world = await CorrectedAsync();

        await Assert.ThrowsAsync<NothingPublishedException>(() => Reader(world).ReadAsync(1, 99, null, null, 0, 10, Token));
    }

    private static string Text(ChangedFigure figure) => $"{figure.Period.Code} {figure.Territory.Slug} {figure.Before.Value:0} → {figure.After.Value:0}";

    private static Task<ChangedFigures> ReadAsync(World world, Indicator? indicator, Period? period, int skip = 0, int most = 100) =>
        Reader(world).ReadAsync(1, 2, indicator, period, skip, most, Token);

    private static ChangedFigureReader Reader(World world) => new(world.Get<PublicationDiff>(), world.NewReader());

    // Ten attendees in Ridder in February, five in Oskemen in April; then February is corrected to sixteen.
    private async Task<World> CorrectedAsync()
    {
        var source = await (await SourceAsync(SourceKind.Sqlite)).WithEventsAsync(Token);
        await source.ExecuteAsync("INSERT INTO event VALUES (1, '2020-02-10', '632400000', 'Job fair', 10), (2, '2020-04-10', '631000000', 'Job fair', 5)", Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("UPDATE event SET attendees = 16 WHERE row_id = 1", Token);
        await world.LoadAndPublishAsync(Token);
        return world;
    }
}
