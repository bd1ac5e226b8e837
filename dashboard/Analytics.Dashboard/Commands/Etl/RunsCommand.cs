using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl runs</c>.</summary>
internal static class RunsCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        var json = EtlOptions.Json();
        var command = new Command("runs", "The last runs: who asked for what, how far it is and what came of it") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var runs = await host.Get<RunLedger>().ListAsync(Shown, cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(runs.Select(RunJson.Of), ValueJson.Options));
                return 0;
            }

            Console.WriteLine(runs.Count == 0 ? "No run yet." : "   run  asked at (UTC)    kind      by         state        units          rows  of");
            foreach (var run in runs)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{run.Number,6}  {run.RequestedAt.UtcDateTime:yyyy-MM-dd HH:mm}  {run.Kind.Code(),-8}  {run.RequestedBy,-9}  {run.State.Code(),-11}  {Units(run),-10}  {run.RowsDone,9}  {Scope(run)}"));
                if (run.Message.Length > 0)
                {
                    Console.WriteLine($"        {run.Message.ReplaceLineEndings(" ")}");
                }
            }

            return 0;
        });
        return command;
    }

    private static string Units(LoadRunRow run) => run.UnitsFailed > 0 ? $"{run.UnitsDone}/{run.UnitsTotal} ({run.UnitsFailed} failed)" : $"{run.UnitsDone}/{run.UnitsTotal}";

    private static string Scope(LoadRunRow run) => string.Join(' ', new[] { run.Source, run.Process, run.FromPeriod is null && run.ToPeriod is null ? null : $"{run.FromPeriod}..{run.ToPeriod}" }
        .Where(part => part is not null)) is { Length: > 0 } scope ? scope : "everything";
}
