using System.CommandLine;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics indicators</c>: the catalogue with all definitions, as <c>docs/indicators.md</c>.</summary>
internal static class IndicatorsCommand
{
    public static Command Create()
    {
        var command = new Command("indicators", "All indicators with their definitions, as docs/indicators.md");
        command.SetAction(static _ =>
        {
            Console.Write(IndicatorDocument.Write());
            return 0;
        });
        return command;
    }
}
