using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics values</c>: the same question and answer as /api/v1/values.</summary>
internal static class ValuesCommand
{
    private static readonly JsonSerializerOptions Indented = new(ValueJson.Options) { WriteIndented = true };

    public static Command Create()
    {
        var indicators = new Option<string>("--indicators") { Description = "Codes, divided by commas", Required = true };
        var period = new Option<string>("--period") { Description = "2020, 2020-06, 2020Q2 or 2020-01..06", Required = true };
        var territories = new Option<string?>("--territories") { Description = "Slugs, divided by commas; by default the region and its units" };
        var compare = new Option<string?>("--compare") { Description = "last_year, previous, target, or periods like the one asked for, divided by commas" };
        var boundaries = new Option<string?>("--boundaries") { Description = "as_reported, current or common" };
        var category = new Option<string?>("--category") { Description = "all, large_family, low_income" };
        var aid = new Option<string?>("--aid") { Description = "all, conditional, unconditional" };
        var publication = new Option<string?>("--publication") { Description = "Number of an earlier publication" };
        var incomparable = new Option<string?>("--incomparable") { Description = "show: changes also where the two sides are not comparable" };
        var audience = new Option<string?>("--audience") { Description = "internal, or public: small numbers are hidden" };
        var format = new Option<string>("--format") { Description = "table, json or csv", DefaultValueFactory = static _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var command = new Command("values", "Values of indicators for territories and a period") { indicators, period, territories, compare, boundaries, category, aid, publication, incomparable, audience, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var query = QueryText.Values(
                parsed.GetValue(indicators), parsed.GetValue(period), parsed.GetValue(territories), parsed.GetValue(compare),
                parsed.GetValue(boundaries), parsed.GetValue(category), parsed.GetValue(aid), parsed.GetValue(publication), parsed.GetValue(incomparable), parsed.GetValue(audience));
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var answer = await host.Get<IndicatorReader>().ReadAsync(query, cancellationToken);
            await using var output = Console.OpenStandardOutput();
            switch (parsed.GetValue(format))
            {
                case "json":
                    await JsonSerializer.SerializeAsync(output, AnswerJson.Of(answer), Indented, cancellationToken);
                    await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
                    break;
                case "csv":
                    await output.WriteAsync(ValueCsv.Write(answer), cancellationToken);
                    break;
                default:
                    WriteTable(answer);
                    break;
            }

            return 0;
        });
        return command;
    }

    private static void WriteTable(IndicatorAnswer answer)
    {
        var language = Language.English;
        Console.WriteLine($"{language.Name(answer.Query.Period)}, publication {answer.Publication.Number} of {answer.Publication.PublishedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, {language.Name(answer.Query.Audience)}");
        foreach (var territory in answer.Query.Territories)
        {
            Console.WriteLine();
            Console.WriteLine(answer.Name(territory, language));
            foreach (var indicator in answer.Query.Indicators)
            {
                var value = answer[indicator, territory];
                var shown = value.Figure.HasValue ? language.Value(indicator, value.Figure) : language.Name(value.Figure.State);
                var change = value.Change is { } known ? language.ChangeInShort(indicator, known) : "";
                Console.WriteLine($"  {language.Name(indicator),-46} {shown,18} {change,12} {string.Join(' ', value.Notes)}".TrimEnd());
            }
        }
    }
}
