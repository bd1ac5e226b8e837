using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Benchmarks;

/// <summary>Publishes the whole demo, and then what follows from one changed month of payments and recipients.</summary>
internal static class PublicationBench
{
    public static async Task RunAsync(string directory, int rounds, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.OpenAsync(directory, cancellationToken);
        var (full, month, unchanged) = (new Measured(), new Measured(), new Measured());
        for (var round = 0; round < rounds; round++)
        {
            await ForgetPublicationsAsync(host, cancellationToken);
            await full.AddAsync(() => PublishAsync(host, cancellationToken));
            foreach (var table in new[] { "benefit_payments", "benefit_recipients" })
            {
                await host.Get<LoadRun>().LoadAsync(new UnitKey("social", table, UnitPeriod.Parse("2023-06")), LoadOptions.Usual, cancellationToken);
            }

            await month.AddAsync(() => PublishAsync(host, cancellationToken));
            await unchanged.AddAsync(() => host.Get<LoadRun>().FindDueAsync(null, null, static _ => true, mark: false, withHeld: false, cancellationToken));
        }

        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"Publishing the demo, medians of {rounds} rounds"),
            ["", "seconds"],
            ["everything", Seconds(full)],
            ["after one changed month", Seconds(month)],
            ["find the unchanged sources unchanged", Seconds(unchanged)]);
    }

    private static async Task PublishAsync(CommandHost host, CancellationToken cancellationToken)
    {
        var result = await host.Get<PublicationBuilder>().PublishAsync("benchmark", cancellationToken);
        if (result.Outcome != PublishOutcome.Published)
        {
            throw new InvalidOperationException($"Not published: {result.Outcome}.");
        }
    }

    private static async Task ForgetPublicationsAsync(CommandHost host, CancellationToken cancellationToken)
    {
        await using var context = await host.Get<ControlDatabase>().OpenAsync(cancellationToken);
        await context.PublicationUnits.ExecuteDeleteAsync(cancellationToken);
        await context.Publications.ExecuteDeleteAsync(cancellationToken);
        await host.Get<PublicationBuilder>().RemoveUnfinishedAsync(cancellationToken);
    }

    private static string Seconds(Measured times) => (times.Median / 1000).ToString("0.00", CultureInfo.InvariantCulture);
}
