using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;

namespace Analytics.Dashboard.Api;

/// <summary>A value as the API and the command line write it: numbers unrounded, rates in percent.</summary>
public sealed record ValueJson(
    string Indicator,
    string Territory,
    string State,
    decimal? Numerator,
    decimal? Denominator,
    decimal? Value,
    FigureJson? LastYear,
    ChangeJson? Change,
    FigureJson? Previous,
    ChangeJson? ChangeFromPrevious,
    TargetFigure? Target,
    IReadOnlyList<ComparedJson> Compared,
    IReadOnlyList<string> Land,
    IReadOnlyList<string> Notes)
{
    /// <summary>How all JSON of this program is written.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static ValueJson Of(IndicatorValue value) => new(
        value.Indicator.Code,
        value.Territory.Slug,
        value.Figure.State.Code(),
        value.Figure.Numerator,
        value.Figure.Denominator,
        value.Figure.Value,
        FigureJson.Of(value.LastYear),
        ChangeJson.Of(value.Change, value.NotComparable),
        FigureJson.Of(value.Previous),
        ChangeJson.Of(value.ChangeFromPrevious, value.NotComparableWithPrevious),
        value.Target,
        [.. value.Others.Select(ComparedJson.Of)],
        [.. value.Land?.Units.Select(unit => unit.Slug) ?? []],
        value.Notes);
}
