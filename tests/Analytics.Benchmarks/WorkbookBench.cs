using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Reports;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Benchmarks;

/// <summary>Writes the workbook of the akim's office, for the first time in the process and then again.</summary>
internal static class WorkbookBench
{
    public static async Task RunAsync(string directory, int rounds, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.OpenAsync(directory, cancellationToken);
        var write = host.Get<ReportPacks>().Find("akimat")!;
        var (first, warm) = (new Measured(), new Measured());
        var bytes = 0L;
        for (var run = 0; run <= rounds * 5; run++)
        {
            using var file = new MemoryStream();
            await (run == 0 ? first : warm).AddAsync(() => write(file, new ReportQuestion(Period.OfYear(2020), Language.All[0]) { IsDemo = true }, cancellationToken));
            bytes = file.Length;
        }

        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"The akimat pack, {bytes / 1024} KB"),
            ["", "first, ms", "p50, ms", "p95, ms"],
            ["read and write", Number(first.Median), Number(warm.Percentile(50)), Number(warm.Percentile(95))]);
    }

    private static string Number(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);
}
