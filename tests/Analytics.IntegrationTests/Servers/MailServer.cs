using System.Diagnostics;
using System.Globalization;
using Analytics.Warehouse.Engine;
using MimeKit;

namespace Analytics.IntegrationTests.Servers;

/// <summary>A real SMTP server (Debian's aiosmtpd) on a loopback port. It ends with any death of the tests, because its pipe does.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private Process? process;

    public int Port { get; } = FreePort.Choose(0);

    /// <summary>All mail that was taken, in its order.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. Directory.EnumerateFiles(folder.Path, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];

    public async Task<MailServer> StartAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Servers", "smtp_server.py"), Port.ToString(CultureInfo.InvariantCulture), folder.Path])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Dispose();
    }
}
