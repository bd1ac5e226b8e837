using System.Diagnostics;

namespace Analytics.EndToEndTests.Figures;

/// <summary>LibreOffice without a window, with a profile of its own, set to calculate every file that it opens.</summary>
public static class LibreOffice
{
    private const string AlwaysCalculate = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    /// <summary>Opens workbooks, calculates them and saves them under their names in another folder.</summary>
    public static async Task CalculateAsync(string folder, string output, IEnumerable<string> files)
    {
        var profile = Path.Combine(folder, "profile");
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        await File.WriteAllTextAsync(Path.Combine(profile, "user", "registrymodifications.xcu"), AlwaysCalculate);
        var start = new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", output, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("LibreOffice did not end in three minutes.");
        }

        Assert.True(process.ExitCode == 0, $"LibreOffice ended with {process.ExitCode}: {await said} {await complained}");
    }
}
