using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics publication list</c>.</summary>
internal static class PublicationCommands
{
    public static Command Create()
    {
        var list = new Command("list", "Publications that can be asked for, newest first");
        list.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            foreach (var row in await host.Get<PublicationLedger>().ListAsync(cancellationToken))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{row.Number,6}  {row.PublishedAt:yyyy-MM-dd HH:mm:ss}Z  {row.State.Code(),-12} {row.Reason}"));
            }

            return 0;
        });
        return new Command("publication", "Publications") { list };
    }
}
