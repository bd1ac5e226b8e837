using System.CommandLine;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl verify</c>: the same comparison as every night, without loading.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var repair = new Option<bool>("--repair") { Description = "Have the next load replace units whose rows in the warehouse are not those verified" };
        var json = new Option<bool>("--json") { Description = "For machines" };
        var command = new Command("verify", "Compares every unit of every source with the warehouse; exit 1 when something differs or could not be compared") { repair, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var verification = host.Get<Verification>();
            var result = await verification.RunAsync(settle: false, cancellationToken);
            var repaired = parsed.GetValue(repair) ? await verification.RepairAsync(result, cancellationToken) : [];
            Write(result, repaired, parsed.GetValue(json));
            foreach (var message in result.Failures.Concat(await host.Get<AlertDelivery>().RunAsync(cancellationToken)))
            {
                await Console.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
            }

            return result.IsGood ? 0 : 1;
        });
        return command;
    }

    private static void Write(VerificationResult result, IReadOnlyList<UnitKey> repaired, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    units = result.Units.Count,
                    differing = result.Differing.Select(unit => new
                    {
                        source = unit.Unit.Source, table = unit.Unit.Process, period = unit.Unit.Period.Code, difference = unit.Difference, drift = unit.IsDrift,
                    }),
                    busy = result.Busy.Select(unit => unit.ToString()),
                    failures = result.Failures,
                    publication = result.Publication.Number,
                    unpublished = result.Publication.Unpublished,
                    repaired = repaired.Select(unit => unit.ToString()),
                },
                ValueJson.Options));
            return;
        }

        Console.WriteLine($"{result.Units.Count} units compared, {result.Differing.Count} differ.");
        foreach (var unit in result.Differing)
        {
            Console.WriteLine($"  {unit.Unit}: {unit.Difference}");
        }

        if (result.Busy.Count > 0)
        {
            Console.WriteLine($"{result.Busy.Count} units are being loaded and were not compared.");
        }

        Console.WriteLine(result.Publication switch
        {
            { Number: null } => "Nothing is published.",
            { IsOfOtherDefinitions: true } publication => $"Publication {publication.Number} was computed by other definitions; the next one computes all figures anew.",
            { Unpublished.Count: 0 } publication => $"Publication {publication.Number} was computed from exactly these loads.",
            { } publication => $"{publication.Unpublished.Count} units are loaded and not yet in publication {publication.Number}.",
        });
        if (repaired.Count > 0)
        {
            Console.WriteLine($"{repaired.Count} units are marked: the next check, or `analytics etl run`, loads them anew.");
        }
    }
}
