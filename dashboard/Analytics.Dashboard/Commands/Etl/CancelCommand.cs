using System.CommandLine;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl cancel N</c>.</summary>
internal static class CancelCommand
{
    public static Command Create()
    {
        var number = new Argument<long>("run") { Description = "Number of the run, see `analytics etl runs`" };
        var command = new Command("cancel", "Stops a run; the unit at work is left as it was, units that are done stay done") { number };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var run = parsed.GetValue(number);
            if (!await host.Get<RunLedger>().CancelAsync(run, cancellationToken))
            {
                throw new LoadException($"Run {run} is not at work. See `analytics etl runs`.");
            }

            Console.WriteLine($"Run {run} stops.");
            return 0;
        });
        return command;
    }
}
