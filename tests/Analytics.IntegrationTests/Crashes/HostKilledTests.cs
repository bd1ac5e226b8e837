using System.Globalization;
using System.Text.Json;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Microsoft.Data.Sqlite;

namespace Analytics.IntegrationTests.Crashes;

/// <summary>kill -9 of `analytics etl run` in the middle of a load; every command after it is a new process on the same data directory.</summary>
public sealed class HostKilledTests(PostgresCluster postgres) : IDisposable
{
    private readonly TempFolder data = new();
    private SourceDatabase? source;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        source?.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task The_figures_are_those_of_the_last_publication_no_stage_remains_and_the_next_run_completes()
    {
        await WriteSourceAsync();
        Assert.Equal((0, ""), await RunAsync());
        Assert.Equal((12_000m, 12_000m), await FiguresAsync());

        await source!.ExecuteAsync("UPDATE payment SET paid_tiyn = 300", Token);
        foreach (var units in new[] { 1, 2, 3 })
        {
            await KillAfterAsync(units);
            Assert.Equal((12_000m, 12_000m), await FiguresAsync());
            Assert.DoesNotContain("stage", (await AnalyticsProgram.RunAsync(data.Path, "warehouse", "info")).Output, StringComparison.Ordinal);
        }

        Assert.Equal((0, ""), await RunAsync());
        Assert.Equal((36_000m, 12_000m), await FiguresAsync());
        var (exitCode, output, _) = await AnalyticsProgram.RunAsync(data.Path, "etl", "verify");
        Assert.Equal((0, "12 units compared, 0 differ."), (exitCode, output.Split('\n')[0].TrimEnd()));
        Assert.DoesNotContain("stage", (await AnalyticsProgram.RunAsync(data.Path, "warehouse", "info")).Output, StringComparison.Ordinal);
    }

    // Twelve months of a thousand payments of one tenge, each of another household.
    private async Task WriteSourceAsync()
    {
        source = await (await SourceDatabase.CreateAsync(SourceKind.Sqlite, postgres, Token)).WithPaymentsAsync(Token, moneyType: "integer");
        await source.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 11999)
            INSERT INTO payment SELECT i, printf('2020-%02d-01', 1 + i % 12), '634000000', NULL, 'H-' || i, 'low_income', 'conditional', 100, 100 FROM n
            """,
            Token);
        await File.WriteAllTextAsync(
            data.File("analytics.json"),
            JsonSerializer.Serialize(new
            {
                Sources = new[] { new { source.Name, Kind = "sqlite", Connection = "social", Mapping = source.MappingFolder } },
                ConnectionStrings = new { social = source.ConnectionString },
            }),
            Token);
    }

    // Kills the run when it has loaded so many more units.
    private async Task KillAfterAsync(int units)
    {
        var before = await LoadsAsync();
        await using var run = AnalyticsProgram.Start(data.Path, "etl", "run");
        while (!run.HasExited && await LoadsAsync() < before + units)
        {
            await Task.Delay(2, Token);
        }

        Assert.False(run.HasExited, run.HasExited ? $"The run was over before it could be killed: {await run.EndAsync()}" : "");
        await run.KillAsync();
    }

    private async Task<long> LoadsAsync()
    {
        await using var control = new SqliteConnection($"Data Source={data.File("control.db")};Mode=ReadOnly;Pooling=false");
        await control.OpenAsync(Token);
        await using var command = control.CreateCommand();
        command.CommandText = "SELECT count(*) FROM load_unit WHERE state = 'verified' AND money_tiyn > 200000";
        return Convert.ToInt64(await command.ExecuteScalarAsync(Token), CultureInfo.InvariantCulture);
    }

    private async Task<(int ExitCode, string Error)> RunAsync()
    {
        var (exitCode, _, error) = await AnalyticsProgram.RunAsync(data.Path, "etl", "run");
        return (exitCode, error);
    }

    private async Task<(decimal? Paid, decimal? Families)> FiguresAsync()
    {
        var (exitCode, output, error) = await AnalyticsProgram.RunAsync(
            data.Path, "values", "--indicators", "paid_amount,families", "--period", "2020", "--territories", "vko", "--format", "json");
        Assert.Equal((0, ""), (exitCode, error));
        using var answer = JsonDocument.Parse(output);
        var values = answer.RootElement.GetProperty("values").EnumerateArray().ToDictionary(
            value => value.GetProperty("indicator").GetString()!, value => value.GetProperty("value").GetDecimal());
        return (values["paid_amount"], values["families"]);
    }
}
