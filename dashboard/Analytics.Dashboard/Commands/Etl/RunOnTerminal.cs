using Analytics.Dashboard.Hosting;
using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary>Does a run in the process of a command, with its progress on the terminal.</summary>
internal static class RunOnTerminal
{
    /// <param name="host">The command's services.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="json">For machines.</param>
    /// <param name="again">The command that goes on after a stop.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> DoAsync(CommandHost host, RunRequest request, bool json, string again, CancellationToken cancellationToken)
    {
        var (run, opening) = await host.Get<RunLedger>().OpenAsync(request, cancellationToken);
        if (opening == RunOpening.AlreadyOpen)
        {
            throw new LoadException($"Run {run.Number} does the same already, asked for by {run.RequestedBy}. See it with `analytics etl runs`, or stop it with `analytics etl cancel {run.Number}`.");
        }

        if (opening == RunOpening.Continued)
        {
            await Console.Error.WriteLineAsync($"Run {run.Number} was not finished: {run.UnitsDone} of {run.UnitsTotal} units are done, the others follow. --restart begins anew.");
        }

        RunResult? result;
        using (var progress = new RunProgress())
        {
            result = await host.Get<Backfill>().RunAsync(run.Number, whenStopped: RunState.Cancelled, progress, cancellationToken);
        }

        if (result is null || result.Run.State is RunState.Cancelled or RunState.Interrupted)
        {
            var (done, total) = result is null ? (0, 0) : (result.Run.UnitsDone, result.Run.UnitsTotal);
            await Console.Error.WriteLineAsync($"Run {run.Number} was cancelled: {done} of {total} units are done, nothing is left behind. To go on: {again}");
            return 1;
        }

        await host.Get<AlertDelivery>().RunAsync(cancellationToken);
        return await RunReport.WriteAsync(result, json);
    }
}
