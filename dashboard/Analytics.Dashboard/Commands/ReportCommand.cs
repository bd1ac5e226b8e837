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
        var pack = new Argument<string>("pack") { Description = "akimat, district, year-over-year, grants, employment, statutory or public" };
        var period = new Option<string>("--period") { Description = "2020, 2020-06, 2020Q2 or 2020-01..06", Required = true };
        var language = new Option<string>("--language") { Description = "ru, kk or en", DefaultValueFactory = static _ => "ru" };
        var territory = new Option<string?>("--territory") { Description = "Slug of a district, of the pack district: semey" };
        var with = new Option<string?>("--with") { Description = "Period that the pack year-over-year compares with: 2024; last year's when absent" };
        var boundaries = new Option<string?>("--boundaries") { Description = "as_reported, current or common" };
        var audience = new Option<string?>("--audience") { Description = "internal, or public: small numbers are hidden" };
        var output = new Option<string>("--out") { Description = "File to write: .xlsx, or .pdf for print", Required = true };
        var command = new Command("report", "Writes a report pack as a workbook or a PDF") { pack, period, language, territory, with, boundaries, audience, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = new ReportParameters(
                parsed.GetValue(period), parsed.GetValue(language), parsed.GetValue(territory), parsed.GetValue(with), parsed.GetValue(boundaries), parsed.GetValue(audience));
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var packs = host.Get<ReportPacks>();
            var chosen = packs.Find(parsed.GetValue(pack)!)
                ?? throw new WrongQueryException("pack", $"There is no pack {parsed.GetValue(pack)}. Known: {string.Join(", ", packs.Names)}.");
            var question = ReportText.Read(chosen, asked, host.Settings.UsesDemo);
            var path = Path.GetFullPath(parsed.GetValue(output)!);
            var format = Path.GetExtension(path).Equals(".pdf", StringComparison.OrdinalIgnoreCase) ? PackFormat.Pdf : PackFormat.Xlsx;
            var unfinished = path + ".part";
            await using (var file = File.Create(unfinished))
            {
                await chosen.WriteAsync(file, question, format, cancellationToken);
            }

            File.Move(unfinished, path, overwrite: true);
            Console.WriteLine(path);
            return 0;
        });
        return command;
    }
}
