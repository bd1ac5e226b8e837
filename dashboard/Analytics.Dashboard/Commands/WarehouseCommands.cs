using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Warehouse.Engine;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics warehouse migrate|info</c>.</summary>
internal static class WarehouseCommands
{
    public static Command Create()
    {
        var migrate = new Command("migrate", "Brings ClickHouse and the control database up to date");
        migrate.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            Console.WriteLine($"Up to date: {host.Get<WarehouseConnection>().Description}.");
            return 0;
        });
        var info = new Command("info", "Tables of the warehouse with rows and bytes");
        info.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var warehouse = host.Get<WarehouseConnection>();
            Console.WriteLine(warehouse.Description);
            using var reader = await warehouse.Loader.ExecuteReaderAsync(
                "SELECT name, toUInt64(ifNull(total_rows, 0)), toUInt64(ifNull(total_bytes, 0)) FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' ORDER BY name",
                cancellationToken: cancellationToken);
            while (reader.Read())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0),-34} {reader.GetUInt64(1),14} rows {reader.GetUInt64(2),16} bytes"));
            }

            return 0;
        });
        return new Command("warehouse", "The warehouse itself") { migrate, info };
    }
}
