using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Privacy;

public sealed class KeyRotationTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Keys = "SELECT DISTINCT household_key FROM fact_benefit_payment";

    [Fact]
    public async Task After_a_rotation_all_keys_are_made_anew_and_nothing_is_published_with_two_keys_of_one_family()
    {
        var (source, world) = await OneFamilyInTwoMonthsAsync();
        var old = Assert.Single(await world.RowsAsync(Keys, Token));

        Assert.Equal(2, PseudonymSecret.Rotate(world.DataDirectory).Version);
        await using var restarted = await world.RestartAsync(Token, source);
        var due = (await restarted.FindDueAsync(Token)).Due;
        await restarted.Get<LoadRun>().LoadAsync(due[0], LoadOptions.Usual, Token);

        Assert.Equal(2, due.Count);
        Assert.Equal(2, (await restarted.RowsAsync(Keys, Token)).Count);
        Assert.Equal(PublishOutcome.KeysInRotation, (await restarted.PublishAsync(Token)).Outcome);
        Assert.Equal(1, await restarted.FigureAsync("families", "2020-01..02", Token));

        await restarted.LoadAndPublishAsync(Token);
        Assert.NotEqual(old, Assert.Single(await restarted.RowsAsync(Keys, Token)));
        Assert.Equal(1, await restarted.FigureAsync("families", "2020-01..02", Token));
        Assert.Empty((await restarted.FindDueAsync(Token)).Due);
    }

    [Fact]
    public async Task A_program_that_still_has_the_old_secret_loads_nothing_after_a_rotation()
    {
        var (source, world) = await OneFamilyInTwoMonthsAsync();
        PseudonymSecret.Rotate(world.DataDirectory);
        await using var restarted = await world.RestartAsync(Token, source);
        await restarted.LoadAsync(Token);

        var late = await world.LoadUnitAsync("social/benefit_payments/2020-01", Token);

        Assert.Equal(LoadOutcome.Failed, late.Outcome);
        Assert.StartsWith("The secret for the keys of people has version 2, this program uses version 1. Restart it", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_secret_in_the_place_of_the_old_one_is_refused()
    {
        var (source, world) = await OneFamilyInTwoMonthsAsync();
        await File.WriteAllTextAsync(Path.Combine(world.DataDirectory, "pseudonym.secret"), new string('a', 64), Token);
        await using var restarted = await world.RestartAsync(Token, source);

        var refused = await restarted.LoadUnitAsync("social/benefit_payments/2020-01", Token);

        Assert.Equal(LoadOutcome.Failed, refused.Outcome);
        Assert.Contains("is not the one of version 1 that was used so far", refused.Message, StringComparison.Ordinal);
        Assert.Single(await restarted.RowsAsync(Keys, Token));
    }

    private async Task<(SourceDatabase, World)> OneFamilyInTwoMonthsAsync()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "F-1", 100_000, Token);
        await source.PayAsync(2, "2020-02-01", "F-1", 100_000, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return (source, world);
    }
}
