using System.CommandLine;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics report</c>: writes a workbook, the same as /reports/{pack}.xlsx.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var pack = new Argument<string>("pack") { Description = "akimat" };
        var period = new Option<string>("--period") { Description = "2020, 2020-06, 2020Q2 or 2020-01..06", Required = true };
        var language = new Option<string>("--language") { Description = "ru, kk or en", DefaultValueFactory = static _ => "ru" };
        var territory = new Option<string?>("--territory") { Description = "vko: the packs of now are about the region" };
        var boundaries = new Option<string?>("--boundaries") { Description = "as_reported, current or common" };
        var audience = new Option<string?>("--audience") { Description = "internal, or public: small numbers are hidden" };
        var output = new Option<string>("--out") { Description = "File to write", Required = true };
        var command = new Command("report", "Writes a workbook") { pack, period, language, territory, boundaries, audience, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var question = ReportText.Read(
                parsed.GetValue(period), parsed.GetValue(language), parsed.GetValue(territory), parsed.GetValue(boundaries), parsed.GetValue(audience), isDemo: false);
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var packs = host.Get<ReportPacks>();
            var write = packs.Find(parsed.GetValue(pack)!)
                ?? throw new WrongQueryException("pack", $"There is no pack {parsed.GetValue(pack)}. Known: {string.Join(", ", packs.Names)}.");
            var path = Path.GetFullPath(parsed.GetValue(output)!);
            var unfinished = path + ".part";
            await using (var file = File.Create(unfinished))
            {
                await write(file, question with { IsDemo = host.Settings.UsesDemo }, cancellationToken);
            }

            File.Move(unfinished, path, overwrite: true);
            Console.WriteLine(path);
            return 0;
        });
        return command;
    }
}
