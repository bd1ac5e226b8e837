using System.CommandLine;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics secret rotate|status</c>: the secret behind the keys of people.</summary>
internal static class SecretCommands
{
    public static Command Create() => new("secret", "The secret behind the keys of people") { Rotate(), Status() };

    private static Command Rotate()
    {
        var rotate = new Command("rotate", "Adds a new version of the secret; the next loads make all keys anew, and figures stay as they are until all are");
        rotate.SetAction(async (parsed, cancellationToken) =>
        {
            var data = parsed.GetValue(CommandLine.Data)!;
            var secret = PseudonymSecret.Rotate(data);
            await using var host = await CommandHost.OpenAsync(data, cancellationToken);
            await host.Get<KeyVersions>().RequireCurrentAsync(cancellationToken);
            Console.WriteLine($"The secret has version {secret.Version}. Keep a copy of its file. Restart running servers, then `analytics etl run` loads every table with people anew; nothing is published before all are.");
            return 0;
        });
        return rotate;
    }

    private static Command Status()
    {
        var status = new Command("status", "Version of the secret, and the units whose keys are of it");
        status.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            await host.Get<KeyVersions>().RequireCurrentAsync(cancellationToken);
            var version = host.Get<PseudonymSecret>().Version;
            var units = (await host.Get<UnitLedger>().AllAsync(cancellationToken)).Where(HasKeys).ToList();
            Console.WriteLine($"Version {version}: {units.Count(unit => unit.KeyVersion == version)} of {units.Count} units with people have its keys.");
            return 0;
        });
        return status;
    }

    private static bool HasKeys(LoadUnitRow unit) => unit.RowCount > 0 && Processes.Find(unit.Process) is { HasIdentifiers: true };
}
