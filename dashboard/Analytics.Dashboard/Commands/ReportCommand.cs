using System.CommandLine;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Reports.Extracts;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics report</c>: writes a workbook, the same as /reports/{pack}.xlsx.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var pack = new Argument<string>("pack") { Description = "akimat, district, year-over-year, grants, employment, statutory, public, or rows" };
        var period = new Option<string>("--period") { Description = "2020, 2020-06, 2020Q2 or 2020-01..06", Required = true };
        var language = new Option<string>("--language") { Description = "ru, kk or en", DefaultValueFactory = static _ => "ru" };
        var territory = new Option<string?>("--territory") { Description = "Slug of a district, of the pack district: semey" };
        var with = new Option<string?>("--with") { Description = "Period that the pack year-over-year compares with: 2024; last year's when absent" };
        var fact = new Option<string?>("--fact") { Description = "Of rows: which facts, such as employment_placements" };
        var boundaries = new Option<string?>("--boundaries") { Description = "as_reported, current or common" };
        var audience = new Option<string?>("--audience") { Description = "internal, or public: small numbers are hidden" };
        var output = new Option<string>("--out") { Description = "File to write: .xlsx, or .pdf for print", Required = true };
        var command = new Command("report", "Writes a report pack as a workbook or a PDF") { pack, period, language, territory, with, fact, boundaries, audience, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = new ReportParameters(
                parsed.GetValue(period), parsed.GetValue(language), parsed.GetValue(territory), parsed.GetValue(with), parsed.GetValue(boundaries), parsed.GetValue(audience));
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var path = Path.GetFullPath(parsed.GetValue(output)!);
            var unfinished = path + ".part";
            await using (var file = File.Create(unfinished))
            {
                await (parsed.GetValue(pack) == "rows"
                    ? WriteRowsAsync(host, parsed.GetValue(fact), asked, file, cancellationToken)
                    : WritePackAsync(host, parsed.GetValue(pack)!, asked, path, file, cancellationToken));
            }

            File.Move(unfinished, path, overwrite: true);
            Console.WriteLine(path);
            return 0;
        });
        return command;
    }

    private static Task WritePackAsync(CommandHost host, string name, ReportParameters asked, string path, Stream file, CancellationToken cancellationToken)
    {
        var packs = host.Get<ReportPacks>();
        var pack = packs.Find(name) ?? throw new WrongQueryException("pack", $"There is no pack {name}. Known: {string.Join(", ", packs.Names)}, rows.");
        var format = Path.GetExtension(path).Equals(".pdf", StringComparison.OrdinalIgnoreCase) ? PackFormat.Pdf : PackFormat.Xlsx;
        return pack.WriteAsync(file, ReportText.Read(pack, asked, host.Settings.UsesDemo), format, cancellationToken);
    }

    // Who runs commands on the machine may read the warehouse anyway.
    private static async Task WriteRowsAsync(CommandHost host, string? fact, ReportParameters asked, Stream file, CancellationToken cancellationToken)
    {
        var question = ReportText.ReadRows(fact, asked.Period, asked.Territory, asked.Language, host.Settings.UsesDemo);
        using var rows = await host.Get<RowExtract>().ReadAsync(fact!, question, cancellationToken);
        await RowExtract.WriteAsync(file, rows, fact!, question, cancellationToken);
    }
}
