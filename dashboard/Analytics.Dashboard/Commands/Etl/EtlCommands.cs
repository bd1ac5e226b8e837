using System.CommandLine;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl …</c>, one file a command.</summary>
internal static class EtlCommands
{
    public static Command Create() => new("etl", "Loads and what became of them")
    {
        RunCommand.Create(),
        PreviewCommand.Create(),
        BackfillCommand.Create(),
        RunsCommand.Create(),
        CancelCommand.Create(),
        StatusCommand.Create(),
        VerifyCommand.Create(),
        QuarantineCommand.Create(),
    };
}
