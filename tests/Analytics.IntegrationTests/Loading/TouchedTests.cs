using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Loading;

public sealed class TouchedTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private static readonly KeyValuePair<string, string?>[] UpdatedAt = [new("Sources:0:Tables:benefit_payments:UpdatedColumn", "updated_at")];

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task Months_that_were_written_lately_are_looked_at_first_and_what_tells_no_time_is_still_found(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        for (var month = 1; month <= 3; month++)
        {
            await source.PayAsync(month, $"2020-0{month}-01", $"F-{month}", 100_000, Token);
        }

        await source.ExecuteAsync($"ALTER TABLE payment ADD COLUMN updated_at {(kind == SourceKind.Sqlite ? "text" : "timestamptz")}", Token);
        await source.ExecuteAsync("UPDATE payment SET updated_at = '2020-05-01 10:00:00'", Token);
        var world = await WorldAsync(UpdatedAt, TimeProvider.System, source);
        await world.LoadAsync(Token);

        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 5, updated_at = '2099-01-01 00:00:00' WHERE row_id = 2", Token);
        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 7 WHERE row_id = 3", Token);

        Assert.Equal(["social/benefit_payments/2020-02"], (await world.Get<LoadRun>().FindTouchedAsync(Token)).Keys.Select(unit => unit.ToString()));
        Assert.Equal(["social/benefit_payments/2020-02", "social/benefit_payments/2020-03"], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
    }
}
