using System.CommandLine;
using System.Runtime.InteropServices;
using Analytics.Warehouse.Engine;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics engine</c>: the child process that runs ClickHouse; started by the others, not by people.</summary>
internal static class EngineCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--http-port") { Required = true };
        var command = new Command("engine", "Runs the embedded engine (started by the other commands)") { port };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            // Ctrl-C reaches the whole process group; the engine ends when its parent does.
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true);
            return EngineHost.Run(parsed.GetRequiredValue(CommandLine.Data), parsed.GetRequiredValue(port));
        });
        return command;
    }
}
