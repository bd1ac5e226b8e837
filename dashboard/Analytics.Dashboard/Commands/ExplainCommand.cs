using System.CommandLine;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics explain</c>: the same question and answer as /api/v1/explain.</summary>
internal static class ExplainCommand
{
    private static readonly JsonSerializerOptions Indented = new(ValueJson.Options) { WriteIndented = true };

    public static Command Create()
    {
        var indicator = new Option<string>("--indicator") { Description = "Code", Required = true };
        var period = new Option<string>("--period") { Description = "2020, 2020-06, 2020Q2 or 2020-01..06", Required = true };
        var territory = new Option<string?>("--territory") { Description = "Slug; by default the region" };
        var compare = new Option<string?>("--compare") { Description = "last_year (the default) or previous" };
        var by = new Option<string?>("--by") { Description = "district (the default), category, aid or factors" };
        var boundaries = new Option<string?>("--boundaries") { Description = "as_reported, current, common" };
        var category = new Option<string?>("--category") { Description = "all, large_family, low_income" };
        var aid = new Option<string?>("--aid") { Description = "all, conditional, unconditional" };
        var publication = new Option<string?>("--publication") { Description = "Number of an earlier publication" };
        var format = new Option<string>("--format") { Description = "table or json", DefaultValueFactory = static _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("explain", "Where a change comes from: contributions that add up to it exactly") { indicator, period, territory, compare, by, boundaries, category, aid, publication, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (query, into) = AnalysisQuery.Explanation(
                parsed.GetValue(indicator), parsed.GetValue(period), parsed.GetValue(territory), parsed.GetValue(compare), parsed.GetValue(by), parsed.GetValue(boundaries),
                parsed.GetValue(category), parsed.GetValue(aid), parsed.GetValue(publication));
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var explanation = await host.Get<ExplanationReader>().ReadAsync(query, into, cancellationToken);
            Console.WriteLine(parsed.GetValue(format) == "json" ? JsonSerializer.Serialize(ExplanationJson.Of(explanation), Indented) : Table(explanation));
            return 0;
        });
        return command;
    }

    private static string Table(Explanation explanation)
    {
        var language = Language.English;
        var indicator = explanation.Indicator;
        var lines = new List<string>
        {
            $"{language.Name(indicator)}, {explanation.Territory.Name(language.Code, explanation.Query.Period.LastDay)}: "
                + $"{language.Name(explanation.OtherPeriod)} {language.Value(indicator, explanation.Before)} → {language.Name(explanation.Query.Period)} {language.Value(indicator, explanation.Now)}",
            language.Sentence(explanation),
        };
        lines.AddRange(explanation.Rows.Select(row =>
            $"  {language.Name(explanation, row),-44} {language.SignedContribution(indicator, row.Contribution),18} "
            + $"{(row.ShareOf(explanation.Change!.Value) is { } share ? language.Number(share, 1) + language.PercentSuffix : ""),9}"
            + (row.Within is { } within ? $"   within {language.SignedContribution(indicator, within)}, mix {language.SignedContribution(indicator, row.Mix!.Value)}" : "")
            + (row.State == PartState.Both ? "" : row.State == PartState.OnlyNow ? "   (new)" : "   (gone)")));
        if (explanation.Rows.Count > 0)
        {
            lines.Add($"  {"= the change",-44} {language.SignedContribution(indicator, explanation.Change!.Value),18}");
        }

        if (language.Rounding(explanation) is { } rounding)
        {
            lines.Add(rounding);
        }

        lines.AddRange(explanation.Notes.Select(language.Note));
        return string.Join('\n', lines);
    }
}
