using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>What a pack is written from: the answer, the language, and whether the figures are synthetic.</summary>
internal sealed record PackContent(IndicatorAnswer Answer, Language Language, bool Demo)
{
    private static readonly TimeZoneInfo OfficeTime = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    private readonly IReadOnlyList<Indicator>? shown;

    public Period Period => Answer.Query.Period;

    /// <summary>The period that this one is compared with.</summary>
    public Period Other { get; init; } = Answer.Query.Period.LastYear;

    public static Territory Region => Territories.Shipped.Region;

    /// <summary>Whom the workbook is about: the region, or one of its units.</summary>
    public Territory Subject { get; init; } = Territories.Shipped.Region;

    /// <summary>The groups of indicators shown.</summary>
    public IReadOnlyList<IndicatorGroup> Groups { get; init; } = Enum.GetValues<IndicatorGroup>();

    /// <summary>The indicators shown: those of the groups, where no others are named.</summary>
    public IReadOnlyList<Indicator> Shown
    {
        get => shown ?? [.. Groups.SelectMany(IndicatorCatalogue.In)];
        init => shown = value;
    }

    /// <summary>The order of the territories; null is the official one.</summary>
    public IReadOnlyList<Territory>? Order { get; init; }

    /// <summary>True when the figures stand beside those of <see cref="Other"/>.</summary>
    public bool IsCompared => Answer.Query.Comparisons.Contains(Comparison.LastYear) || Answer.Query.ComparedWith.Count > 0;

    /// <summary>The months shown, where they are others than the period's.</summary>
    public string? Span { get; init; }

    /// <summary>The region's units in the period, in their order.</summary>
    public IEnumerable<Territory> Units => (Order ?? Answer.Query.Territories).Where(territory => territory.Id != Region.Id);

    /// <summary>Region, period, what it is compared with, boundaries, and which families where it is not all.</summary>
    public string PeriodLine => string.Join(" · ", new[]
    {
        Name(Subject),
        Span ?? Language.Name(Period),
        Span is null && IsCompared ? Text("subtitle.compared", Language.Name(Other)) : null,
        Language.Name(Answer.Query.Boundaries),
        Answer.Query.Category == Category.All ? null : Language.Name(Answer.Query.Category),
        Answer.Query.Aid == AidKind.All ? null : Language.Name(Answer.Query.Aid),
    }.OfType<string>());

    /// <summary>Number and office time of the publication, audience.</summary>
    public string PublicationLine =>
        Text("subtitle.publication", Answer.Publication.Number, Moment(Answer.Publication.PublishedAt)) + " · " + Language.Name(Answer.Query.Audience);

    /// <summary>A moment in office time: <c>14.05.2021 09:12</c>.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, OfficeTime).DateTime;
        return $"{Language.Date(DateOnly.FromDateTime(local))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>A text of the reports in the workbook's language.</summary>
    public string Text(string key, params ReadOnlySpan<object?> arguments) => Language.ReportText(key, arguments);

    /// <summary>Name of a territory as it was at the end of the period; on common boundaries those of all units whose land cannot be told apart.</summary>
    public string Name(Territory territory) => Answer.Name(territory, Language);
}
