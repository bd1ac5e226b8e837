using System.CommandLine;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Demo;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics demo</c>: writes the synthetic operational databases.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "Folder for the SQLite files; by default demo below the data directory" };
        var provider = new Option<string>("--provider") { Description = "sqlite, postgresql or mysql (MariaDB too)", DefaultValueFactory = static _ => "sqlite" };
        provider.AcceptOnlyFromAmong("sqlite", "postgresql", "mysql");
        var connection = new Option<string?>("--connection") { Description = "Name in ConnectionStrings (or a connection string) of the PostgreSQL or MySQL database" };
        var from = new Option<string>("--from") { Description = "First month", DefaultValueFactory = static _ => "2019-01" };
        var to = new Option<string>("--to") { Description = "Last month", DefaultValueFactory = static _ => "2025-12" };
        var scale = new Option<int>("--scale") { Description = "How many times as many households", DefaultValueFactory = static _ => 1 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same rows", DefaultValueFactory = static _ => 1 };
        var command = new Command("demo", "Writes synthetic operational databases, calibrated to the published figures") { output, provider, connection, from, to, scale, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new DemoOptions(parsed.GetValue(scale), parsed.GetValue(seed), parsed.GetValue(from)!, parsed.GetValue(to)!);
            var progress = Console.IsOutputRedirected ? null : new Progress<string>(Console.WriteLine);
            if (parsed.GetValue(provider) == "postgresql")
            {
                await DemoDatabases.WritePostgresAsync(ConnectionString(parsed.GetValue(CommandLine.Data)!, parsed.GetValue(connection)), options, progress, cancellationToken);
                Console.WriteLine("The synthetic systems social, employment and akimat are schemas of that database.");
                return 0;
            }

            if (parsed.GetValue(provider) == "mysql")
            {
                await DemoDatabases.WriteMySqlAsync(ConnectionString(parsed.GetValue(CommandLine.Data)!, parsed.GetValue(connection)), options, progress, cancellationToken);
                Console.WriteLine("The synthetic systems social, employment and akimat are tables of that database, with these names before theirs.");
                return 0;
            }

            var folder = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(parsed.GetValue(CommandLine.Data)!, "demo"));
            await DemoDatabases.WriteSqliteAsync(folder, options, progress, cancellationToken);
            Console.WriteLine($"The synthetic systems social, employment and akimat are in {folder}.");
            return 0;
        });
        return command;
    }

    private static string ConnectionString(string data, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("--provider postgresql and mysql need --connection: the name of a connection string in ConnectionStrings.");
        }

        return name.Contains('=', StringComparison.Ordinal)
            ? name
            : AnalyticsSettings.Read(data).Configuration.GetConnectionString(name)
                ?? throw new ArgumentException($"ConnectionStrings does not hold {name}. Set the environment variable ConnectionStrings__{name}.");
    }
}
