using Analytics.Dashboard.Targets;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;

namespace Analytics.Dashboard.Api;

/// <summary>A plan in force as the API and the command line write it: numbers unrounded, money in tenge, rates in percent.</summary>
public sealed record TargetJson(
    string Indicator,
    string Territory,
    int Year,
    string Period,
    string State,
    decimal? Value,
    TargetFigure Target,
    TargetJson.Version Plan,
    IReadOnlyList<TargetJson.Version> History,
    TargetJson.Entry? Action,
    IReadOnlyList<TargetJson.Entry> Actions)
{
    public static TargetJson Of(TargetLine line, Period period, long publication) => new(
        line.Value.Indicator.Code,
        line.Value.Territory.Slug,
        period.Year,
        period.Code,
        line.Value.Figure.State.Code(),
        line.Value.Figure.Value,
        line.Figure,
        Version.Of(line.Plan, publication),
        [.. line.History.Select(version => Version.Of(version, publication))],
        line.Action is { } action ? Entry.Of(action) : null,
        [.. line.Actions.Select(Entry.Of)]);

    /// <summary>A version of a plan. <c>replaced</c>: the source no longer says it.</summary>
    public sealed record Version(
        decimal Value, IReadOnlyList<decimal>? Quarters, string Stage, string DecreeNumber, DateOnly? DecreeDate, string? Phasing, string Basis, string Origin, string Place,
        string RecordedBy, DateTimeOffset RecordedAt, long SincePublication, bool Replaced)
    {
        public static Version Of(TargetVersion version, long publication) => new(
            version.Value, version.Quarters, version.Stage.Code(), version.DecreeNumber, version.DecreeDate, version.Phasing?.Code(), version.Basis, version.Origin.Code(), version.Place,
            version.RecordedBy, version.RecordedAt, version.SincePublication, !version.BelongsTo(publication));
    }

    /// <summary>An entry about a target off plan.</summary>
    public sealed record Entry(string Owner, string Explanation, string Measure, DateOnly? DueDate, string State, string RecordedBy, DateTimeOffset RecordedAt)
    {
        public static Entry Of(TargetAction action) =>
            new(action.Owner, action.Explanation, action.Measure, action.DueDate, action.State.Code(), action.RecordedBy, action.RecordedAt);
    }

    /// <summary>The territories asked for: <c>all</c> is the region and its units, which is null.</summary>
    /// <exception cref="WrongQueryException">There is no such territory.</exception>
    public static IReadOnlyList<Territory>? TerritoriesOf(string? text) =>
        string.IsNullOrEmpty(text) || text == "all" ? null : [QueryText.Territory(text)];
}
