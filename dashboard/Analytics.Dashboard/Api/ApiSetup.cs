using System.Globalization;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;
using Microsoft.Net.Http.Headers;

namespace Analytics.Dashboard.Api;

/// <summary>The HTTP API, version 1.</summary>
public static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = ValueJson.Options.Encoder;
        });
        services.AddOpenApi("v1");
        services.AddProblemDetails();
        return services;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<ApiProblems>();
        api.MapGet("/indicators", Indicators).WithSummary("The catalogue of indicators in three languages");
        api.MapGet("/territories", TerritoriesOn).WithSummary("Territories: all with their history, or the region and its units on a day");
        api.MapGet("/values", ValuesAsync).WithSummary("Values of indicators for territories and a period, with comparisons; CSV when Accept or format says so");
        api.MapGet("/series", SeriesAsync).WithSummary("One indicator of one territory over time");
        api.MapGet("/ranking", RankingAsync).WithSummary("Places of the region's units by one indicator, with how sure each is");
        api.MapGet("/publications", PublicationsAsync).WithSummary("The publication in force with the verified totals of its sources");
        api.MapGet("/loads", LoadsAsync).WithSummary("The last runs of the loads, newest first: who asked for what, how far they are and what came of them");
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    private static IResult Indicators() => Results.Ok(IndicatorCatalogue.All.Select(indicator => new
    {
        code = indicator.Code,
        group = indicator.Group.Code(),
        names = Language.All.ToDictionary(language => language.Code, language => language.Name(indicator)),
        descriptions = Language.All.ToDictionary(language => language.Code, language => language.Description(indicator)),
        numerator = indicator.Numerator.Name,
        denominator = indicator.Denominator?.Name,
        factor = indicator.Factor,
        unit = indicator.Unit.Code(),
        decimals = indicator.Decimals,
        rounding = indicator.Rounding.Code(),
        direction = indicator.Direction.Code(),
        accumulation = indicator.Accumulation.Code(),
        hasCategory = indicator.HasCategory,
        hasAid = indicator.HasAid,
        source = indicator.Numerator.Fact,
        owners = Language.All.ToDictionary(language => language.Code, language => language.Name(indicator.Owner)),
        breaks = indicator.Breaks.Select(broken => new { on = broken.BrokenOn, note = broken.Note, reasons = Language.All.ToDictionary(language => language.Code, language => language.Note(broken.Note)) }),
    }));

    private static IResult TerritoriesOn(string? on)
    {
        var day = QueryText.Day("on", on);
        var territories = day is { } asked ? Territories.Shipped.On(asked) : Territories.Shipped.All;
        return Results.Ok(territories.Select(territory => new
        {
            territory = territory.Slug,
            kind = territory.Kind.Code(),
            kato = (day is { } known ? territory.On(known)! : territory.Latest).Kato,
            names = Language.All.ToDictionary(language => language.Code, language => territory.Name(language.Code, day ?? DateOnly.MaxValue.AddDays(-1))),
            versions = territory.Versions.Select(version => new
            {
                kato = version.Kato,
                parent = version.ParentId is { } parent ? Territories.Shipped.Find(parent)!.Slug : null,
                validFrom = version.ValidFrom,
                validTo = version.ValidTo == DateOnly.MaxValue ? (DateOnly?)null : version.ValidTo,
                names = Language.All.ToDictionary(language => language.Code, language => version.Name(language.Code)),
            }),
        }));
    }

    private static async Task<IResult> ValuesAsync(
        HttpContext context,
        IndicatorReader reader,
        string? indicators,
        string? period,
        string? territories,
        string? compare,
        string? boundaries,
        string? category,
        string? aid,
        string? publication,
        string? audience,
        string? format,
        CancellationToken cancellationToken)
    {
        var query = QueryText.Values(indicators, period, territories, compare, boundaries, category, aid, publication, audience);
        var asCsv = format switch
        {
            "csv" => true,
            "json" => false,
            null or "" => context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/csv"),
            _ => throw new WrongQueryException("format", "format may be json or csv."),
        };
        var answer = await reader.ReadAsync(query, cancellationToken);
        // One address has two forms, so each has a tag of its own.
        var tag = new EntityTagHeaderValue(string.Create(
            CultureInfo.InvariantCulture, $"\"p{answer.Publication.Number}-{answer.Publication.PublishedAt.UtcTicks:x}-{(asCsv ? "csv" : "json")}\""));
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        context.Response.Headers.Vary = "Accept";
        if (query.Audience == Audience.Public)
        {
            // What is hidden may change without the publication.
            headers.ETag = null;
            headers.CacheControl = new CacheControlHeaderValue { NoStore = true };
        }
        else if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return asCsv
            ? Results.File(ValueCsv.Write(answer), "text/csv; charset=utf-8", $"analytics-{query.Period.Code}.csv")
            : Results.Json(AnswerJson.Of(answer), ValueJson.Options);
    }

    private static async Task<IResult> SeriesAsync(
        IndicatorReader reader,
        PublicationLedger publications,
        string? indicator,
        string? territory,
        string? from,
        string? to,
        string? kind,
        string? category,
        string? aid,
        string? audience,
        CancellationToken cancellationToken)
    {
        var publication = await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
        var asked = QueryText.Indicator(indicator ?? "");
        var months = publication.Coverage.GetValueOrDefault(asked.Numerator.Fact);
        var first = QueryText.Month("from", from) ?? months?.First ?? new DateOnly(2019, 1, 1);
        var last = QueryText.Month("to", to) ?? months?.Last ?? first;
        if (last < first)
        {
            throw new WrongQueryException("to", "to lies before from.");
        }

        var periodKind = kind switch
        {
            null or "" or "month" => PeriodKind.Month,
            "quarter" => PeriodKind.Quarter,
            "ytd" => PeriodKind.YearToDate,
            _ => throw new WrongQueryException("kind", "kind may be month, quarter or ytd."),
        };
        var query = new SeriesQuery(
            asked, [QueryText.Territory(string.IsNullOrEmpty(territory) ? "vko" : territory)], periodKind, first, last.AddMonths(1).AddDays(-1))
        {
            Category = string.IsNullOrEmpty(category) ? Category.All : QueryText.Code<Category>("category", category),
            Aid = string.IsNullOrEmpty(aid) ? AidKind.All : QueryText.Code<AidKind>("aid", aid),
            Audience = QueryText.Audience(audience),
        };
        var points = await reader.SeriesAsync(query, cancellationToken);
        return Results.Json(
            new
            {
                indicator = asked.Code,
                territory = query.Territories[0].Slug,
                kind = kind ?? "month",
                audience = query.Audience.Code(),
                publication = new PublicationRef(publication.Number, publication.PublishedAt),
                points = points.Select(point => new
                {
                    period = point.Period.Code,
                    state = point.Figure.State.Code(),
                    numerator = point.Figure.Numerator,
                    denominator = point.Figure.Denominator,
                    value = point.Figure.Value,
                    notes = point.Notes,
                }),
            },
            ValueJson.Options);
    }

    private static async Task<IResult> RankingAsync(
        IndicatorReader reader, string? indicator, string? period, string? category, string? aid, string? publication, string? audience, CancellationToken cancellationToken)
    {
        var asked = QueryText.Indicator(indicator ?? "");
        var answer = await reader.ReadAsync(QueryText.Values(asked.Code, period, null, null, null, category, aid, publication, audience), cancellationToken);
        return Results.Json(RankingJson.Of(answer, asked), ValueJson.Options);
    }

    private static async Task<IResult> LoadsAsync(RunLedger runs, CancellationToken cancellationToken) =>
        Results.Json(new { runs = (await runs.ListAsync(20, cancellationToken)).Select(RunJson.Of) }, ValueJson.Options);

    private static async Task<IResult> PublicationsAsync(PublicationLedger publications, CancellationToken cancellationToken)
    {
        var current = await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
        return Results.Json(
            new
            {
                number = current.Number,
                publishedAt = current.PublishedAt,
                lastMonth = current.LastMonth,
                pinned = current.IsPinned,
                sources = current.Units.GroupBy(unit => (unit.Source, unit.Table)).Select(group => new
                {
                    source = group.Key.Source,
                    table = group.Key.Table,
                    units = group.Count(),
                    rows = group.Sum(unit => unit.Rows),
                    amount = group.Sum(unit => unit.Amount),
                    from = group.Min(unit => unit.Period),
                    to = group.Max(unit => unit.Period),
                    verifiedAt = group.Max(unit => unit.VerifiedAt),
                }),
                kept = (await publications.ListAsync(cancellationToken)).Select(row => new { number = row.Number, state = row.State.Code(), publishedAt = row.PublishedAt, reason = row.Reason }),
            },
            ValueJson.Options);
    }
}
