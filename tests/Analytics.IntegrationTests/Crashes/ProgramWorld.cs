using System.Globalization;
using System.Text.Json;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Microsoft.Data.Sqlite;

namespace Analytics.IntegrationTests.Crashes;

/// <summary>A data directory for the `analytics` program, over twelve months of payments; every command is a new process on it.</summary>
internal sealed class ProgramWorld : IDisposable
{
    private readonly string data;

    private ProgramWorld(string data, SourceDatabase source)
    {
        this.data = data;
        Source = source;
    }

    public SourceDatabase Source { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ProgramWorld> OpenAsync(string data, PostgresCluster postgres)
    {
        var source = await (await SourceDatabase.CreateAsync(SourceKind.Sqlite, postgres, Token)).WithTwelveMonthsAsync(Token);
        await File.WriteAllTextAsync(
            Path.Combine(data, "analytics.json"),
            JsonSerializer.Serialize(new
            {
                Sources = new[] { new { source.Name, Kind = "sqlite", Connection = "social", Mapping = source.MappingFolder } },
                ConnectionStrings = new { social = source.ConnectionString },
            }),
            Token);
        return new ProgramWorld(data, source);
    }

    public Task<(int ExitCode, string Output, string Error)> CommandAsync(params string[] arguments) => AnalyticsProgram.RunAsync(data, arguments);

    /// <summary>Loads what is due and publishes.</summary>
    public async Task<(int ExitCode, string Error)> RunAsync()
    {
        var (exitCode, _, error) = await CommandAsync("etl", "run");
        return (exitCode, error);
    }

    /// <summary>Begins such a run, and returns when it has loaded so many more units.</summary>
    public async Task<AnalyticsProgram> RunUntilAsync(int units)
    {
        var before = await LoadsAsync();
        var run = AnalyticsProgram.Start(data, "etl", "run");
        while (!run.HasExited && await LoadsAsync() < before + units)
        {
            await Task.Delay(2, Token);
        }

        Assert.False(run.HasExited, run.HasExited ? $"The run was over too early: {await run.EndAsync()}" : "");
        return run;
    }

    /// <summary>What is published: paid tenge and families.</summary>
    public async Task<(decimal? Paid, decimal? Families)> FiguresAsync()
    {
        var (exitCode, output, error) = await CommandAsync("values", "--indicators", "paid_amount,families", "--period", "2020", "--territories", "vko", "--format", "json");
        Assert.Equal((0, ""), (exitCode, error));
        using var answer = JsonDocument.Parse(output);
        var values = answer.RootElement.GetProperty("values").EnumerateArray().ToDictionary(
            value => value.GetProperty("indicator").GetString()!, value => value.GetProperty("value").GetDecimal());
        return (values["paid_amount"], values["families"]);
    }

    public void Dispose() => Source.Dispose();

    private async Task<long> LoadsAsync()
    {
        await using var control = new SqliteConnection($"Data Source={Path.Combine(data, "control.db")};Mode=ReadOnly;Pooling=false");
        await control.OpenAsync(Token);
        await using var command = control.CreateCommand();
        command.CommandText = "SELECT count(*) FROM load_unit WHERE state = 'verified' AND money_tiyn > 200000";
        return Convert.ToInt64(await command.ExecuteScalarAsync(Token), CultureInfo.InvariantCulture);
    }
}
