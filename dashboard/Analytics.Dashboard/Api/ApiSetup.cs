using System.Globalization;
using Analytics.Dashboard.Security;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Targets;
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
        api.MapGet("/parameters", Parameters).WithSummary("National amounts by which assistance is granted, by the day from which they hold");
        api.MapGet("/territories", TerritoriesOn).WithSummary("Territories: all with their history, or the region and its units on a day");
        api.MapGet("/values", ValuesAsync).WithSummary("Values of indicators for territories and a period, with comparisons; CSV when Accept or format says so");
        api.MapGet("/series", SeriesAsync).WithSummary("One indicator of one territory over time");
        api.MapGet("/ranking", RankingAsync).WithSummary("Places of the region's units by one indicator, with how sure each is");
        api.MapGet("/completeness", CompletenessAsync).WithSummary("Which months are closed, by table and district");
        api.MapAnalysis();
        api.MapGet("/publications", PublicationsAsync).WithSummary("The publication in force with the verified totals of its sources");
        api.MapGet("/loads", LoadsAsync).WithSummary("The last runs of the loads, newest first: who asked for what, how far they are and what came of them");
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    /// <summary>Whether the answer is wanted as CSV: by format, or else by what the caller accepts.</summary>
    /// <exception cref="WrongQueryException">The format is neither json nor csv.</exception>
    internal static bool AsksForCsv(HttpContext context, string? format) => format switch
    {
        "csv" => true,
        "json" => false,
        null or "" => context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/csv"),
        _ => throw new WrongQueryException("format", "format may be json or csv."),
    };

    [ForPublic]
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
        validFrom = indicator.ValidFrom == DateOnly.MinValue ? (DateOnly?)null : indicator.ValidFrom,
        breaks = indicator.Breaks.Select(broken => new { on = broken.BrokenOn, note = broken.Note, comparable = !broken.Breaks(indicator), reasons = Language.All.ToDictionary(language => language.Code, language => language.Note(broken.Note)) }),
    }));

    [ForPublic]
    private static IResult Parameters() => Results.Json(
        StatutoryParameter.All.Select(parameter => new
        {
            validFrom = parameter.ValidFrom,
            index = parameter.Index,
            subsistenceMinimum = parameter.SubsistenceMinimum,
            linePercent = parameter.LinePercent,
            povertyLine = parameter.PovertyLine,
            note = parameter.Note,
            confirmed = parameter.IsConfirmed,
            source = parameter.Source,
        }),
        ValueJson.Options);

    [ForPublic]
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

    [ForPublic]
    private static async Task<IResult> ValuesAsync(
        HttpContext context,
        IndicatorReader reader,
        TargetLedger targets,
        string? indicators,
        string? period,
        string? territories,
        string? compare,
        string? boundaries,
        string? category,
        string? aid,
        string? publication,
        string? incomparable,
        string? audience,
        string? format,
        CancellationToken cancellationToken)
    {
        var query = QueryText.Values(indicators, period, territories, compare, boundaries, category, aid, publication, incomparable, audience);
        var asCsv = AsksForCsv(context, format);
        var answer = await reader.ReadAsync(query, cancellationToken);
        // Plans may be entered between two publications. One address has two forms, so each has a tag of its own.
        var plans = query.Comparisons.Contains(Comparison.Target) ? "-" + await targets.StampAsync(cancellationToken) : "";
        var tag = new EntityTagHeaderValue(string.Create(
            CultureInfo.InvariantCulture, $"\"p{answer.Publication.Number}-{answer.Publication.PublishedAt.UtcTicks:x}{plans}-{(asCsv ? "csv" : "json")}\""));
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

    [ForPublic]
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
        string? boundaries,
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
            Boundaries = QueryText.Boundaries(boundaries),
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
                boundaries = query.Boundaries.Code(),
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

    [ForPublic]
    private static async Task<IResult> RankingAsync(
        IndicatorReader reader,
        string? indicator,
        string? period,
        string? boundaries,
        string? category,
        string? aid,
        string? publication,
        string? audience,
        CancellationToken cancellationToken)
    {
        var asked = QueryText.Indicator(indicator ?? "");
        var answer = await reader.ReadAsync(QueryText.Values(asked.Code, period, null, null, boundaries, category, aid, publication, null, audience), cancellationToken);
        return Results.Json(RankingJson.Of(answer, asked), ValueJson.Options);
    }

    private static async Task<IResult> LoadsAsync(RunLedger runs, CancellationToken cancellationToken) =>
        Results.Json(new { runs = (await runs.ListAsync(20, cancellationToken)).Select(RunJson.Of) }, ValueJson.Options);

    private static async Task<IResult> CompletenessAsync(PublicationLedger publications, CompletenessReader reader, CancellationToken cancellationToken)
    {
        var current = await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
        return Results.Json(CompletenessJson.Of(current, await reader.ReadAsync(current, cancellationToken)), ValueJson.Options);
    }

    private static async Task<IResult> PublicationsAsync(HttpContext context, PublicationLedger publications, CancellationToken cancellationToken)
    {
        var current = await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
        var kept = await publications.ListAsync(cancellationToken);
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"p{current.Number}-{current.PublishedAt.UtcTicks:x}-{current.IsPinned}-{kept.Count}\""));
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

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
                kept = kept.Select(row => new { number = row.Number, state = row.State.Code(), publishedAt = row.PublishedAt, reason = row.Reason }),
            },
            ValueJson.Options);
    }
}
