using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Dashboard.Targets;
using Analytics.Etl.Targets.Upload;
using Analytics.Reports.Workbooks;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics targets load|list|template</c>.</summary>
internal static class TargetCommands
{
    private static readonly JsonSerializerOptions Indented = new(ValueJson.Options) { WriteIndented = true };

    public static Command Create() => new("targets", "Plans: bring them in a workbook, list them, make the template") { Load(), List(), Template() };

    private static Command Load()
    {
        var file = new Argument<string>("FILE") { Description = "Workbook of Excel, .xlsx" };
        var stage = new Option<string>("--stage") { Description = "approved, refined or adjusted, for rows that do not say", DefaultValueFactory = static _ => "approved" };
        stage.AcceptOnlyFromAmong([.. Codes.All<TargetStage>()]);
        var decree = new Option<string?>("--decree") { Description = "Number of the decree, for rows that do not say" };
        var date = new Option<string?>("--decree-date") { Description = "Its day, 2021-01-15" };
        var year = new Option<int?>("--year") { Description = "Year of the plans, for rows that do not say" };
        var author = new Option<string?>("--author") { Description = "Who brings them; by default the user of this machine" };
        var language = new Option<string>("--language") { Description = "Language of the messages: ru, kk or en", DefaultValueFactory = static _ => "en" };
        language.AcceptOnlyFromAmong("ru", "kk", "en");
        var dryRun = new Option<bool>("--dry-run") { Description = "Check the file and store nothing" };
        var json = new Option<bool>("--json") { Description = "For machines" };
        var load = new Command("load", "Brings the plans of a workbook into the ledger: all or, when a cell is wrong, none") { file, stage, decree, date, year, author, language, dryRun, json };
        load.SetAction(async (parsed, cancellationToken) =>
        {
            _ = Codes.TryParse<TargetStage>(parsed.GetValue(stage), out var stageOf);
            var request = new UploadRequest(Path.GetFileName(parsed.GetValue(file)!), parsed.GetValue(author) ?? Environment.UserName)
            {
                Stage = stageOf,
                DecreeNumber = parsed.GetValue(decree)?.Trim() ?? "",
                DecreeDate = QueryText.Day("--decree-date", parsed.GetValue(date)),
                Year = parsed.GetValue(year),
                IsDryRun = parsed.GetValue(dryRun),
            };
            await using var content = File.OpenRead(parsed.GetValue(file)!);
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var result = await host.Get<TargetOperations>().UploadAsync(content, request, cancellationToken);
            var told = Language.Find(parsed.GetValue(language))!;
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    new
                    {
                        stored = result.IsRight && !result.IsDryRun,
                        added = result.Added.Select(plan => TargetJson.Version.Of(plan, long.MaxValue)),
                        unchanged = result.Unchanged,
                        empty = result.Empty,
                        ignored = result.Ignored,
                        errors = result.Errors.Select(error => new { cell = error.Place, rule = error.Rule, message = error.In(told) }),
                    },
                    ValueJson.Options));
                return result.IsRight ? 0 : 1;
            }

            if (!result.IsRight)
            {
                foreach (var error in result.Errors)
                {
                    await Console.Error.WriteLineAsync(error.Place.Length > 0 ? $"{error.Place}: {error.In(told)}" : error.In(told));
                }

                return 1;
            }

            Console.WriteLine(result switch
            {
                { Added.Count: 0 } => $"Nothing new: all {result.Unchanged} plans are in the ledger already.",
                { IsDryRun: true } => $"{result.Added.Count} plans would be added, {result.Unchanged} are there already. Nothing was stored.",
                _ => $"{result.Added.Count} plans added, {result.Unchanged} were there already.",
            });
            return 0;
        });
        return load;
    }

    private static Command List()
    {
        var period = new Option<string>("--period") { Description = "2020, 2020-06, 2020Q2 or 2020-01..06", Required = true };
        var territory = new Option<string?>("--territory") { Description = "Slug; by default the region and its units" };
        var indicator = new Option<string?>("--indicator") { Description = "Code; by default all" };
        var json = new Option<bool>("--json") { Description = "For machines: with history" };
        var list = new Command("list", "Plans in force with both attainments and status") { period, territory, indicator, json };
        list.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = QueryText.Period(parsed.GetValue(period));
            var indicators = parsed.GetValue(indicator) is { Length: > 0 } code ? new[] { QueryText.Indicator(code) } : null;
            var territories = TargetJson.TerritoriesOf(parsed.GetValue(territory));
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var (answer, lines) = await host.Get<TargetOverview>().ReadAsync(asked, territories, indicators, null, cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(lines.Select(line => TargetJson.Of(line, asked, answer.Publication.Number)), Indented));
                return 0;
            }

            foreach (var line in lines)
            {
                var (fact, target) = (line.Value.Figure.Value, line.Figure);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.Value.Indicator.Code,-20} {line.Value.Territory.Slug,-14} plan {target.Year,14:0.##}  to date {target.ToDate,14:0.##}  fact {fact,14:0.##}  {target.Attainment,6:0.0} %  {target.YearAttainment,6:0.0} %  {target.Status ?? "–",-10} {target.Stage} {target.DecreeNumber} {target.DecreeDate:yyyy-MM-dd}"));
            }

            return 0;
        });
        return list;
    }

    private static Command Template()
    {
        var year = new Option<int>("--year") { Description = "Year of the plans", Required = true };
        var language = new Option<string>("--language") { Description = "ru, kk or en", DefaultValueFactory = static _ => "ru" };
        language.AcceptOnlyFromAmong("ru", "kk", "en");
        var output = new Option<string>("--out") { Description = "File to write, .xlsx", Required = true };
        var template = new Command("template", "A workbook to bring plans in, filled with those in force") { year, language, output };
        template.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var publication = await host.Get<PublicationLedger>().CurrentAsync(cancellationToken);
            var book = await host.Get<TargetLedger>().BookAsync(publication?.Number ?? long.MaxValue, cancellationToken);
            await using var content = TargetTemplate.Write(parsed.GetValue(year), Language.Find(parsed.GetValue(language))!, book);
            await using var file = File.Create(parsed.GetValue(output)!);
            await content.CopyToAsync(file, cancellationToken);
            Console.WriteLine($"Written: {parsed.GetValue(output)}");
            return 0;
        });
        return template;
    }
}
