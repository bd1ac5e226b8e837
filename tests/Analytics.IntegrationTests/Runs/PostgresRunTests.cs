using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.IntegrationTests.Runs;

/// <summary>Runs in a control database of PostgreSQL, which several processes share.</summary>
public sealed class PostgresRunTests(PostgresCluster postgres)
{
    private static readonly RunRequest Request = new(RunKind.Backfill, new RunScope("social", "benefit_payments", "2020-01", "2020-02"), RunRequest.Page, Key: "form 1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_asked_for_by_many_done_by_one_and_can_be_cancelled_and_continued()
    {
        var connection = await postgres.NewDatabaseAsync("UTF8", Token);
        await using var services = new ServiceCollection().AddDbContextFactory<ControlContext>(options => options.UseNpgsql(connection)).BuildServiceProvider();
        var control = new ControlDatabase(services.GetRequiredService<IDbContextFactory<ControlContext>>(), TimeProvider.System);
        await control.MigrateAsync(Token);
        var (runs, units) = (new RunLedger(control), new RunUnits(control));

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => runs.OpenAsync(Request, Token)));
        Assert.Equal(RunOpening.New, Assert.Single(opened, one => one.Opening != RunOpening.AlreadyOpen).Opening);
        var number = Assert.Single(opened.Select(one => one.Run.Number).Distinct());
        Assert.NotNull(await runs.BeginAsync(number, Token));
        Assert.Null(await runs.BeginAsync(number, Token));

        var january = new UnitKey("social", "benefit_payments", UnitPeriod.Parse("2020-01"));
        var february = january with { Period = UnitPeriod.Parse("2020-02") };
        Assert.Equal(2, (await units.AddAsync(number, new Dictionary<UnitKey, long> { [january] = 10, [february] = 30 }, Token)).Count);
        await units.BeginAsync(number, january, Token);
        await units.EndAsync(number, new LoadResult(january, LoadOutcome.Failed, 0, 0, "The source is away."), Token);
        await units.BeginAsync(number, february, Token);
        Assert.True(await runs.CancelAsync(number, Token));
        var beat = await units.BeatAsync(number, february, 15, Token);

        Assert.Equal((true, 2L, 1L, 1L, 40L, 25L), (beat.CancelRequested, beat.UnitsTotal, beat.UnitsDone, beat.UnitsFailed, beat.RowsTotal, beat.RowsDone));
        await units.ReturnAsync(number, Token);
        await runs.EndAsync(number, RunState.Cancelled, "", Token);
        await runs.NoteQuietCheckAsync("", Token);
        await runs.NoteQuietCheckAsync("", Token);

        var (continued, opening) = await runs.OpenAsync(Request with { Key = "form 2" }, Token);
        Assert.Equal((number, RunOpening.Continued, 1L, 10L), (continued.Number, opening, continued.UnitsDone, continued.RowsDone));
        Assert.Equal([RunState.Done, RunState.Queued], (await runs.ListAsync(10, Token)).Select(run => run.State));
        Assert.Equal(["2020-02"], (await units.OfAsync(number, RunUnitState.Waiting, Token)).Select(unit => unit.Period));
    }
}
