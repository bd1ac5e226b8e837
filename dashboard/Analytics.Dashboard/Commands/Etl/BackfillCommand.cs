using System.CommandLine;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl backfill</c>.</summary>
internal static class BackfillCommand
{
    public static Command Create()
    {
        var options = new EtlOptions();
        var restart = new Option<bool>("--restart") { Description = "Begin anew instead of going on with an unfinished backfill of the same range" };
        var json = EtlOptions.Json();
        var command = new Command("backfill", "Loads every month or year of a range anew, changed or not; goes on where it was stopped") { restart, json };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var scope = options.Scope(parsed);
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            EtlOptions.RequireKnown(host.Get<SourceRegistry>(), scope);
            var request = new RunRequest(RunKind.Backfill, scope, RunRequest.Terminal, Restart: parsed.GetValue(restart));
            return await RunOnTerminal.DoAsync(host, request, parsed.GetValue(json), Again(scope), cancellationToken);
        });
        return command;
    }

    // The command by which the same backfill goes on.
    private static string Again(RunScope scope) => string.Join(' ', new[]
    {
        "analytics etl backfill", Option("source", scope.Source), Option("table", scope.Process), Option("from", scope.From), Option("to", scope.To),
    }.Where(part => part.Length > 0));

    private static string Option(string name, string? value) => value is null ? "" : $"--{name} {value}";
}
