namespace Analytics.IntegrationTests.Demo;

[Collection(nameof(DemoTests))]
public sealed class PostgresPathTests(DemoWorld demo)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgreSQL_gives_the_same_publication_as_SQLite_cell_by_cell()
    {
        const string Cells = "SELECT * EXCEPT publication_id FROM published_measure WHERE publication_id = 1 ORDER BY ALL";
        var sqlite = await demo.FromSqlite.RowsAsync(Cells, Token);
        var postgres = await demo.FromPostgres.RowsAsync(Cells, Token);

        Assert.True(sqlite.Count > 300_000, $"The publication has only {sqlite.Count} cells.");
        var differing = sqlite.Except(postgres).Take(10).Concat(postgres.Except(sqlite).Take(10)).ToList();
        Assert.True(differing.Count == 0, string.Join('\n', differing));
        Assert.Equal(sqlite.Count, postgres.Count);
    }
}
