using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics forecast</c>: the same question and answer as /api/v1/forecast.</summary>
internal static class ForecastCommand
{
    private static readonly JsonSerializerOptions Indented = new(ValueJson.Options) { WriteIndented = true };

    public static Command Create()
    {
        var indicator = new Option<string>("--indicator") { Description = "Code", Required = true };
        var period = new Option<string>("--period") { Description = "January to a month: 2025-01..08", Required = true };
        var territory = new Option<string?>("--territory") { Description = "Slug; by default the region" };
        var boundaries = new Option<string?>("--boundaries") { Description = "as_reported, current, common" };
        var category = new Option<string?>("--category") { Description = "all, large_family, low_income" };
        var aid = new Option<string?>("--aid") { Description = "all, conditional, unconditional" };
        var publication = new Option<string?>("--publication") { Description = "Number of an earlier publication" };
        var format = new Option<string>("--format") { Description = "table or json", DefaultValueFactory = static _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("forecast", "The year's end, with the doubt that the method showed on past years") { indicator, period, territory, boundaries, category, aid, publication, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var query = AnalysisQuery.Forecast(
                parsed.GetValue(indicator), parsed.GetValue(period), parsed.GetValue(territory), parsed.GetValue(boundaries),
                parsed.GetValue(category), parsed.GetValue(aid), parsed.GetValue(publication));
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var forecast = await host.Get<ForecastReader>().ReadAsync(query, cancellationToken);
            Console.WriteLine(parsed.GetValue(format) == "json" ? JsonSerializer.Serialize(ForecastJson.Of(forecast), Indented) : Table(forecast));
            return 0;
        });
        return command;
    }

    private static string Table(Forecast forecast)
    {
        var language = Language.English;
        var lines = new List<string>
        {
            $"{language.Name(forecast.Indicator)}, {forecast.Territory.Name(language.Code, forecast.Query.Period.LastDay)}, {language.Name(forecast.Query.Period)}: {language.Value(forecast.Indicator, forecast.ToDate)}",
            language.Sentence(forecast),
        };
        if (forecast.Method is { } method)
        {
            lines.AddRange(SeasonalShare.Levels.Select(level => method.Interval(level) is var (low, high)
                ? string.Create(CultureInfo.InvariantCulture, $"  {level:0%}: {Number(low)} to {Number(high)}")
                : ""));
            lines.Add(language.BackTest(method));
            lines.Add($"  {"year",4} {"to date",18} {"forecast",18} {"fact",18} {"error",9}");
            lines.AddRange(method.BackTest.Select(year => string.Create(
                CultureInfo.InvariantCulture, $"  {year.Year,4} {Number(year.ToDate),18} {Number(year.Forecast),18} {Number(year.Fact),18} {year.ErrorPercent,7:0.0} %")));
            lines.Add(language.Method());
        }

        lines.AddRange(forecast.LeftOut.Select(left => $"  {left.Year} is left out: {left.Reason.Code()}{(left.Note is null ? "" : $" ({left.Note})")}"));
        return string.Join('\n', lines);

        string Number(decimal value) => language.Number(value, Math.Max(forecast.Indicator.Decimals, forecast.Indicator.IsCount ? 1 : 0));
    }
}
