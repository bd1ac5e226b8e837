using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;

namespace Analytics.Benchmarks;

/// <summary>The question of the board page, asked of the reader and over HTTP, beside plain SQL on the facts.</summary>
internal static class BoardBench
{
    private const int Repetitions = 60;

    private static readonly string[] Codes =
    [
        "families", "persons", "children_1_6", "coverage_rate", "conditional_share", "able_bodied_persons", "assigned_amount", "paid_amount", "budget_execution",
        "average_per_family", "grant_applications", "grants_approved", "grant_approval_rate", "grant_amount", "placements", "placements_permanent", "permanent_share",
        "employment_coverage", "package_children", "outreach_events",
    ];

    public static async Task RunAsync(string directory, int rounds, CancellationToken cancellationToken)
    {
        await using var server = await WebServer.StartAsync(directory, cancellationToken);
        await using var host = await CommandHost.OpenAsync(directory, cancellationToken);
        await MeasureAsync(host, server.Address, rounds, cancellationToken);
    }

    private static async Task MeasureAsync(CommandHost host, Uri address, int rounds, CancellationToken cancellationToken)
    {
        var period = Period.OfYear(2025);
        var query = new IndicatorQuery([.. Codes.Select(IndicatorCatalogue.Get)], Territories.Shipped.During(period.FirstDay, period.LastDay), period)
        {
            Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Previous, Comparison.Target },
        };
        var reader = host.Get<IndicatorReader>();
        var warehouse = host.Get<WarehouseConnection>();
        using var http = new HttpClient { BaseAddress = address };
        var territories = string.Join(',', query.Territories.Select(territory => territory.Slug));
        var api = $"/api/v1/values?indicators={string.Join(',', Codes)}&period=2025&territories={territories}&compare=last_year,previous,target";

        var (read, overHttp, page, facts) = (new Measured(), new Measured(), new Measured(), new Measured());
        foreach (var warm in new[] { true, false })
        {
            for (var run = 0; run < (warm ? 10 : rounds * Repetitions); run++)
            {
                await (warm ? new Measured() : read).AddAsync(() => reader.ReadAsync(query, cancellationToken));
                await (warm ? new Measured() : overHttp).AddAsync(() => http.GetStringAsync(api, cancellationToken));
                await (warm ? new Measured() : page).AddAsync(() => http.GetStringAsync($"/?period=2025&made={run}-{warm}", cancellationToken));
                if (run % 10 == 0)
                {
                    await (warm ? new Measured() : facts).AddAsync(() => FactsAsync(warehouse, cancellationToken));
                }
            }
        }

        string[] Row(string what, Measured times) =>
            [what, Number(times.Percentile(50)), Number(times.Percentile(95)), (facts.Percentile(50) / times.Percentile(50)).ToString("0.0", CultureInfo.InvariantCulture)];
        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"2025: {Codes.Length} indicators, {query.Territories.Count} territories, last year, previous period and target; {rounds * Repetitions} times"),
            ["", "p50, ms", "p95, ms", "times as fast as SQL on the facts"],
            Row("IndicatorReader", read),
            Row("GET /api/v1/values", overHttp),
            Row("GET / (the page, with eight series)", page),
            Row("plain SQL on the facts", facts));
    }

    private static async Task<int> FactsAsync(WarehouseConnection warehouse, CancellationToken cancellationToken)
    {
        using var rows = await warehouse.Loader.ExecuteReaderAsync(Sql.Text("board_on_facts"), cancellationToken: cancellationToken);
        var count = 0;
        while (rows.Read())
        {
            count++;
        }

        return count;
    }

    private static string Number(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
