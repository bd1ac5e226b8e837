using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Commands;

/// <summary>Exit codes: 0 done, 1 failed, 2 wrong usage; a failure is one line on standard error and nothing else.</summary>
public sealed class CommandLineTests(DemoServer demo) : IDisposable
{
    private readonly DirectoryInfo empty = Directory.CreateTempSubdirectory("analytics-e2e-");

    [Theory]
    [InlineData("--help")]
    [InlineData("values --help")]
    [InlineData("etl run --help")]
    public async Task Help_is_done(string arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.NotEqual("", result.Output);
    }

    [Theory]
    [InlineData("", "analytics")]
    [InlineData("dance", "dance")]
    [InlineData("values --period 2020", "--indicators")]
    [InlineData("values --indicators families --period 2020 --format xml", "xml")]
    [InlineData("values --indicators families --period 20", "period is")]
    [InlineData("values --indicators happiness --period 2020", "happiness")]
    [InlineData("values --indicators families --period 2020 --territories almaty", "almaty")]
    [InlineData("report akimat --period 2020 --language de --out x.xlsx", "language")]
    [InlineData("report akimat --out x.xlsx", "--period")]
    [InlineData("serve --role king", "king")]
    public async Task Wrong_usage_is_2_and_names_what_is_wrong(string arguments, string named)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        AssertOneLine(result.Error, named);
    }

    [Theory]
    [InlineData("demo --from 2018-01", "2019-01")]
    [InlineData("demo --from spring", "spring")]
    [InlineData("demo --provider postgresql", "--connection")]
    public async Task What_cannot_be_done_is_1(string arguments, string named)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(1, result.ExitCode);
        AssertOneLine(result.Error, named);
    }

    [Fact]
    public async Task Figures_of_an_empty_warehouse_are_a_failure_not_a_zero()
    {
        var result = await RunAsync("values --indicators families --period 2020");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        AssertOneLine(result.Error, "published");
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused()
    {
        var result = await AnalyticsProgram.RunAsync(demo.Server.DataDirectory, "serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, result.ExitCode);
        AssertOneLine(result.Error, demo.Server.DataDirectory);
    }

    [Fact]
    public async Task A_publication_that_was_never_made_is_a_failure()
    {
        var result = await AnalyticsProgram.RunAsync(demo.Server.DataDirectory, "values", "--indicators", "families", "--period", "2020", "--publication", "999");

        Assert.Equal(1, result.ExitCode);
        AssertOneLine(result.Error, "999");
    }

    [Theory]
    [InlineData("etl status", "benefit_payments")]
    [InlineData("etl verify", "")]
    [InlineData("config check", "keeps its contract")]
    [InlineData("warehouse info", "fact_benefit_payment")]
    [InlineData("publication list", "1")]
    [InlineData("values --indicators families --period 2020 --territories vko", "10,969")]
    [InlineData("values --indicators families --period 2020 --territories vko --format csv", "families,vko,2020")]
    public async Task Commands_work_beside_the_running_server(string arguments, string said)
    {
        var result = await AnalyticsProgram.RunAsync(demo.Server.DataDirectory, arguments.Split(' '));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => empty.Delete(recursive: true);

    private Task<CommandResult> RunAsync(string arguments) =>
        AnalyticsProgram.RunAsync(empty.FullName, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static void AssertOneLine(string error, string named)
    {
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }
}
