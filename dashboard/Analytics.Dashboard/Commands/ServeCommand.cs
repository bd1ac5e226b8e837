using System.CommandLine;
using Analytics.Dashboard.Hosting;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics serve</c>: the dashboard, the loads, or both.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "all, web (pages only) or worker (loads only)", DefaultValueFactory = static _ => "all" };
        role.AcceptOnlyFromAmong("all", "web", "worker");
        var urls = new Option<string>("--urls") { Description = "Address to listen on", DefaultValueFactory = static _ => "http://localhost:5080" };
        var noDemo = new Option<bool>("--no-demo") { Description = "Never use the synthetic demo databases as sources" };
        var command = new Command("serve", "Runs the dashboard and the loads") { role, urls, noDemo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = AnalyticsSettings.Read(parsed.GetValue(CommandLine.Data)!, demo: !parsed.GetValue(noDemo));
            return await new AnalyticsServer(settings, parsed.GetValue(urls)!, parsed.GetValue(role)!).RunAsync(cancellationToken);
        });
        return command;
    }
}
