using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Reports;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Benchmarks;

/// <summary>Writes every report pack, for the first time in the process and then again.</summary>
internal static class WorkbookBench
{
    public static async Task RunAsync(string directory, int rounds, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.OpenAsync(directory, cancellationToken);
        var rows = new List<string[]>();
        foreach (var pack in host.Get<ReportPacks>().All)
        {
            var question = new ReportQuestion(Period.OfYear(2020), Language.All[0]) { IsDemo = true };
            rows.Add(await MeasureAsync(pack, pack.IsAboutUnit ? question with { Place = Territories.Shipped.Find("semey")! } : question, rounds, cancellationToken));
        }

        ResultTable.Write("Report packs, year 2020", ["pack", "KB", "first, ms", "p50, ms", "p95, ms"], [.. rows]);
    }

    private static async Task<string[]> MeasureAsync(ReportPack pack, ReportQuestion question, int rounds, CancellationToken cancellationToken)
    {
        var (first, warm) = (new Measured(), new Measured());
        var bytes = 0L;
        for (var run = 0; run <= rounds * 5; run++)
        {
            using var file = new MemoryStream();
            await (run == 0 ? first : warm).AddAsync(() => pack.WriteAsync(file, question, PackFormat.Xlsx, cancellationToken));
            bytes = file.Length;
        }

        return [pack.Name, Number(bytes / 1024.0), Number(first.Median), Number(warm.Percentile(50)), Number(warm.Percentile(95))];
    }

    private static string Number(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);
}
