using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Control;

namespace Analytics.IntegrationTests.Runs;

/// <summary>A backfill loads everything of its range anew, can be cancelled, and goes on where it stopped.</summary>
public sealed class BackfillTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private static readonly RunRequest Request = new(RunKind.Backfill, new RunScope("social", From: "2020-01", To: "2020-03"), RunRequest.Terminal);

    [Fact]
    public async Task Every_unit_of_the_range_is_loaded_anew_and_the_figures_stay()
    {
        var world = await ThreeMonthsAsync(rowsOfMarch: 1);
        var before = await LoadsAsync(world);

        var result = await RunAsync(world, Request with { Scope = Request.Scope with { To = "2020-02" } });

        Assert.Equal((RunState.Done, 2L, 2L, 0L, 2L), (result.Run.State, result.Run.UnitsTotal, result.Run.UnitsDone, result.Run.UnitsFailed, result.Run.RowsDone));
        var after = await LoadsAsync(world);
        Assert.True(after["2020-01"] > before["2020-03"] && after["2020-02"] > after["2020-01"]);
        Assert.Equal(before["2020-03"], after["2020-03"]);
        Assert.Equal(3_000, await world.FigureAsync("paid_amount", "2020-01..03", Token));
        Assert.Equal(after["2020-02"], (await world.Get<RunUnits>().HistoryAsync(new UnitKey("social", "benefit_payments", UnitPeriod.Parse("2020-02")), 1, Token)).Single().LoadId);
    }

    [Fact]
    public async Task A_cancelled_backfill_leaves_nothing_behind_and_goes_on_with_the_rest_only()
    {
        var world = await ThreeMonthsAsync(rowsOfMarch: 200_000);
        var before = await LoadsAsync(world);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (run, _) = await world.Get<RunLedger>().OpenAsync(Request, Token);
        var running = world.Get<Backfill>().RunAsync(run.Number, RunState.Cancelled, null, stop.Token);
        while ((await world.RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'", Token)).Count == 0
            || (await world.Get<RunUnits>().OfAsync(run.Number, RunUnitState.Loading, Token)) is not [{ Period: "2020-03" }])
        {
            Assert.False(running.IsCompleted);
        }

        await stop.CancelAsync();
        var cancelled = (await running)!;

        Assert.Equal((RunState.Cancelled, 2L, 3L), (cancelled.Run.State, cancelled.Run.UnitsDone, cancelled.Run.UnitsTotal));
        Assert.Empty(await world.RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'", Token));
        Assert.Empty(await world.Get<Leases>().LiveAsync(Token));
        Assert.All(await world.Get<UnitLedger>().AllAsync(Token), unit => Assert.Equal((UnitState.Verified, ""), (unit.State, unit.Message)));
        var stopped = await LoadsAsync(world);
        Assert.Equal(before["2020-03"], stopped["2020-03"]);

        var (again, opening) = await world.Get<RunLedger>().OpenAsync(Request, Token);
        Assert.Equal((RunOpening.Continued, run.Number), (opening, again.Number));
        var finished = (await world.Get<Backfill>().RunAsync(again.Number, RunState.Cancelled, null, Token))!;

        Assert.Equal((RunState.Done, 3L, 200_002L), (finished.Run.State, finished.Run.UnitsDone, finished.Run.RowsDone));
        var after = await LoadsAsync(world);
        Assert.Equal((stopped["2020-01"], stopped["2020-02"]), (after["2020-01"], after["2020-02"]));
        Assert.True(after["2020-03"] > before["2020-03"]);
        Assert.Equal(200_002_000, await world.FigureAsync("paid_amount", "2020-01..03", Token));
    }

    [Fact]
    public async Task Of_two_who_ask_for_the_same_one_makes_the_run()
    {
        var runs = (await WorldAsync(await PaymentsAsync(SourceKind.Sqlite))).Get<RunLedger>();

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => runs.OpenAsync(Request, Token)));

        Assert.Equal([1L], opened.Select(one => one.Run.Number).Distinct());
        Assert.Single(opened, one => one.Opening == RunOpening.New);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_run_even_when_the_first_is_over()
    {
        var world = await ThreeMonthsAsync(rowsOfMarch: 1);
        var form = Request with { Key = "form 1" };
        var first = await RunAsync(world, form);

        var (second, opening) = await world.Get<RunLedger>().OpenAsync(form, Token);

        Assert.Equal((first.Run.Number, RunOpening.AlreadyOpen), (second.Number, opening));
    }

    [Fact]
    public async Task A_run_whose_process_died_goes_on_with_the_next_request_unless_it_shall_begin_anew()
    {
        var runs = (await WorldAsync(await PaymentsAsync(SourceKind.Sqlite))).Get<RunLedger>();
        var (died, _) = await runs.OpenAsync(Request, Token);
        await runs.BeginAsync(died.Number, Token);
        await runs.InterruptAllAsync(Token);

        var (continued, opening) = await runs.OpenAsync(Request, Token);
        Assert.Equal((died.Number, RunOpening.Continued), (continued.Number, opening));
        Assert.True(await runs.CancelAsync(continued.Number, Token));

        var (anew, other) = await runs.OpenAsync(Request with { Restart = true }, Token);
        Assert.Equal((died.Number + 1, RunOpening.New), (anew.Number, other));
    }

    [Fact]
    public async Task A_check_that_finds_nothing_is_one_line_of_the_history_however_often_it_runs()
    {
        var world = await ThreeMonthsAsync(rowsOfMarch: 1);
        await world.Get<Schedule>().CheckAsync(Token);
        await world.Get<Schedule>().CheckAsync(Token);

        var run = Assert.Single(await world.Get<RunLedger>().ListAsync(10, Token));
        Assert.Equal((RunKind.Check, RunState.Done, 0L), (run.Kind, run.State, run.UnitsTotal));
    }

    [Fact]
    public async Task A_scheduled_check_is_one_run_whose_units_are_each_loaded_by_one_of_many_jobs()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        var world = await WorldAsync(source);
        await source.PayAsync(1, "2020-01-01", "A", 100_000, Token);
        await source.PayAsync(2, "2020-02-01", "A", 100_000, Token);

        var (run, waiting) = await world.Get<Backfill>().CheckAsync(Token);
        Assert.Equal((run, 2, 2), (await world.Get<Backfill>().CheckAsync(Token) is var (again, asked) ? again : 0, asked, waiting));
        Assert.Equal(RunState.Running, (await world.Get<RunLedger>().FindAsync(run, Token))!.State);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Get<Backfill>().LoadWaitingAsync(run, Token)));

        var ended = (await world.Get<RunLedger>().FindAsync(run, Token))!;
        Assert.Equal((RunState.Done, 2L, 2L, 2L), (ended.State, ended.UnitsDone, ended.RowsTotal, ended.RowsDone));
    }

    [Fact]
    public async Task A_unit_whose_worker_died_in_an_open_run_is_loaded_by_the_next_check()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        var world = await WorldAsync(source);
        await source.PayAsync(1, "2020-01-01", "A", 100_000, Token);
        await source.PayAsync(2, "2020-02-01", "A", 100_000, Token);
        var (run, _) = await world.Get<Backfill>().CheckAsync(Token);

        // Killed with one unit in its hands; the jobs of the others went down with the queue.
        Assert.Equal("2020-01", (await world.Get<RunUnits>().TakeAsync(run, Token))!.Period.Code);
        Assert.Equal((run, 2), await world.Get<Backfill>().CheckAsync(Token));
        await world.Get<Backfill>().LoadWaitingAsync(run, Token);

        Assert.Equal((RunState.Done, 2L), await world.Get<RunLedger>().FindAsync(run, Token) is { } ended ? (ended.State, ended.UnitsDone) : default);
    }

    [Fact]
    public async Task A_unit_that_failed_in_an_open_run_and_is_due_again_waits_again()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        var world = await WorldAsync(source);
        await source.PayAsync(1, "2020-01-01", "A", 100_000, Token);
        await source.PayAsync(2, "2020-02-01", "A", 100_000, Token);
        var (run, _) = await world.Get<Backfill>().CheckAsync(Token);
        var failed = (await world.Get<RunUnits>().TakeAsync(run, Token))!;
        await world.Get<RunUnits>().EndAsync(run, new LoadResult(failed, LoadOutcome.Failed, 0, 0, "The source was away."), Token);

        Assert.Equal((run, 2), await world.Get<Backfill>().CheckAsync(Token));
        await world.Get<Backfill>().LoadWaitingAsync(run, Token);

        Assert.All(await world.Get<RunUnits>().OfAsync(run, null, Token), unit => Assert.Equal((RunUnitState.Loaded, ""), (unit.State, unit.Message)));
    }

    // One payment of 1 000 tenge in January and in February, and some in March; loaded and published.
    private async Task<World> ThreeMonthsAsync(int rowsOfMarch)
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(-1, "2020-01-01", "A", 100_000, Token);
        await source.PayAsync(-2, "2020-02-01", "A", 100_000, Token);
        await source.ExecuteAsync(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rowsOfMarch}) INSERT INTO payment SELECT i, '2020-03-01', '631000000', NULL, 'H-' || i, 'low_income', 'conditional', 100000, 100000 FROM n"),
            Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return world;
    }

    private static async Task<RunResult> RunAsync(World world, RunRequest request)
    {
        var (run, _) = await world.Get<RunLedger>().OpenAsync(request, Token);
        return (await world.Get<Backfill>().RunAsync(run.Number, RunState.Cancelled, null, Token))!;
    }

    private static async Task<Dictionary<string, long>> LoadsAsync(World world) =>
        (await world.Get<UnitLedger>().AllAsync(Token)).ToDictionary(unit => unit.Period, unit => unit.LoadId);
}
