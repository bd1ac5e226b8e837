using System.CommandLine;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl run</c>.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var options = new EtlOptions();
        var dry = new Option<bool>("--dry-run") { Description = "Only tell what is due" };
        var acceptDrop = new Option<bool>("--accept-drop") { Description = "Confirm that rows which are gone at the source are rightly gone: units that wait for it are loaded" };
        var json = EtlOptions.Json();
        var command = new Command("run", "Loads what differs from its source, verifies it and publishes") { dry, acceptDrop, json };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var scope = options.Scope(parsed);
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            EtlOptions.RequireKnown(host.Get<SourceRegistry>(), scope);
            if (parsed.GetValue(dry))
            {
                var (due, failures) = await host.Get<LoadRun>().FindDueAsync(scope.Source, scope.Process, scope.Wants, mark: false, withHeld: true, cancellationToken);
                return await RunReport.WriteDueAsync(due, [.. failures.Select(failure => failure.Text)], parsed.GetValue(json));
            }

            return await RunOnTerminal.DoAsync(host, new RunRequest(RunKind.Command, scope, RunRequest.Terminal, parsed.GetValue(acceptDrop)), parsed.GetValue(json), "analytics etl run", cancellationToken);
        });
        return command;
    }
}
