using System.CommandLine;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var json = EtlOptions.Json();
        var command = new Command("verify", "Compares every unit of every source with the warehouse; exit 1 when something differs") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var checkedUnits = await host.Get<Verification>().RunAsync(cancellationToken);
            var differing = checkedUnits.Where(unit => unit.Difference.Length > 0).ToList();
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    new { units = checkedUnits.Count, differing = differing.Select(unit => new { source = unit.Unit.Source, table = unit.Unit.Process, period = unit.Unit.Period.Code, difference = unit.Difference }) },
                    ValueJson.Options));
            }
            else
            {
                Console.WriteLine($"{checkedUnits.Count} units compared, {differing.Count} differ.");
                foreach (var unit in differing)
                {
                    Console.WriteLine($"  {unit.Unit}: {unit.Difference}");
                }
            }

            return differing.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
