using System.Diagnostics;

namespace Analytics.Benchmarks;

/// <summary>The dashboard's web role as a process of its own.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly Process process;

    private WebServer(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<WebServer> StartAsync(string directory, CancellationToken cancellationToken)
    {
        const string Ready = "Ready: ";
        var process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "analytics"), ["serve", "--role", "web", "--data", directory, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                return new WebServer(process, new Uri(line[Ready.Length..]));
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
