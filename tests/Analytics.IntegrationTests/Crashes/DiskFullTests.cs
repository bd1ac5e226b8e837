using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.IntegrationTests.Crashes;

/// <summary>The disk below the data directory is full in the middle of loads. The control database is the SQLite file there, as it is by itself.</summary>
public sealed class DiskFullTests(SharedEngine engine, PostgresCluster postgres) : IDisposable
{
    private readonly List<SmallDisk> disks = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => disks.ForEach(static disk => disk.Dispose());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    public async Task Without_room_for_the_control_database_the_figures_stay_and_with_room_the_next_check_completes(int units)
    {
        var disk = Disk(megabytes: 8);
        using var source = await (await SourceDatabase.CreateAsync(SourceKind.Sqlite, postgres, Token)).WithTwelveMonthsAsync(Token);
        await using var world = await World.OpenAsync(
            new TempFolder(disk.Path), await engine.NewDatabaseAsync(Token), [new("Loading:LeaseSeconds", "3")], TimeProvider.System, Token, source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 300", Token);

        var (run, waiting) = await world.Get<Backfill>().CheckAsync(Token);
        Assert.Equal(12, waiting);
        var loading = Task.Run(() => world.Get<Schedule>().LoadAsync(run, Token), Token);
        while (await ReloadedAsync(world) < units)
        {
            await Task.Delay(1, Token);
        }

        disk.Fill();
        await AssertToldAsync(() => loading);
        await AssertToldAsync(() => world.PublishAsync(Token));
        Assert.Equal((12_000m, 12_000m), await FiguresAsync(world));

        disk.Free();
        Assert.Equal((12_000m, 12_000m), await FiguresAsync(world));
        await CompleteAsync(world);
        Assert.Equal((36_000m, 12_000m), await FiguresAsync(world));
        Assert.Equal(["12000|36000"], await world.RowsAsync("SELECT count(), toInt64(sum(paid)) FROM fact_benefit_payment", Token));
        Assert.Empty(await world.RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'", Token));
    }

    [Fact]
    public async Task Without_room_for_the_whole_data_directory_a_run_says_so_and_with_room_the_next_one_completes()
    {
        var disk = Disk(megabytes: 300);
        using var world = await ProgramWorld.OpenAsync(disk.Path, postgres);
        Assert.Equal((0, ""), await world.RunAsync());
        await world.Source.ExecuteAsync("UPDATE payment SET paid_tiyn = 300", Token);
        await using (var run = await world.RunUntilAsync(3))
        {
            disk.Fill();
            var (exitCode, output, error) = await run.EndAsync();
            Assert.Equal(1, exitCode);
            AssertReadable(output + error);
        }

        disk.Free();
        Assert.Equal((12_000m, 12_000m), await world.FiguresAsync());
        Assert.Equal((0, ""), await world.RunAsync());
        Assert.Equal((36_000m, 12_000m), await world.FiguresAsync());
        Assert.Equal("12 units compared, 0 differ.", (await world.CommandAsync("etl", "verify")).Output.Split('\n')[0].TrimEnd());
    }

    private SmallDisk Disk(int megabytes)
    {
        disks.Add(SmallDisk.Make("data", megabytes));
        return disks[^1];
    }

    // Months that are loaded anew.
    private static async Task<int> ReloadedAsync(World world)
    {
        await using var control = await world.Get<ControlDatabase>().OpenAsync(Token);
        return await control.Units.CountAsync(static unit => unit.State == UnitState.Verified && unit.MoneyTiyn > 200_000, Token);
    }

    private static async Task AssertToldAsync(Func<Task> work)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(work);
        Assert.True(ControlFailure.Is(exception), exception.ToString());
        AssertReadable(ControlFailure.Message(exception));
    }

    private static void AssertReadable(string said)
    {
        Assert.Matches("full|space", said);
        Assert.DoesNotMatch(@"   at [A-Z]|Exception\b", said);
    }

    // What the check and its jobs do, after the leases of those that failed have ended.
    private static async Task CompleteAsync(World world)
    {
        while ((await world.Get<Leases>().LiveAsync(Token)).Count > 0)
        {
            await Task.Delay(50, Token);
        }

        var (run, _) = await world.Get<Backfill>().CheckAsync(Token);
        await world.Get<Schedule>().LoadAsync(run, Token);
    }

    private static async Task<(decimal? Paid, decimal? Families)> FiguresAsync(World world) =>
        (await world.FigureAsync("paid_amount", "2020", Token), await world.FigureAsync("families", "2020", Token));
}
