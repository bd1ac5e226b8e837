using System.Diagnostics;

namespace Analytics.EndToEndTests.Running;

/// <summary>The built executable, run as people run it.</summary>
public static class AnalyticsProgram
{
    /// <summary>The program of the same configuration as these tests: artifacts/bin/Analytics.Dashboard/release/analytics.</summary>
    public static string Path { get; } = Find();

    /// <summary>Runs a command to its end.</summary>
    public static async Task<CommandResult> RunAsync(string dataDirectory, params string[] arguments)
    {
        using var process = Start(dataDirectory, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"analytics {string.Join(' ', arguments)} did not end in three minutes.");
        }

        return new CommandResult(process.ExitCode, await output, await error);
    }

    public static Process Start(string dataDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = System.IO.Path.GetTempPath(),
        };
        start.Environment["ANALYTICS_DATA"] = dataDirectory;
        return Process.Start(start)!;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var path = System.IO.Path.Combine(folder.Parent!.Parent!.FullName, "Analytics.Dashboard", folder.Name, "analytics");
        return File.Exists(path) ? path : throw new FileNotFoundException($"The program {path} is not built.", path);
    }
}
