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

    public Period Period => Answer.Query.Period;

    public static Territory Region => Territories.Shipped.Region;

    /// <summary>The order of the territories; null is the official one.</summary>
    public IReadOnlyList<Territory>? Order { get; init; }

    /// <summary>The months shown, where they are others than the period's.</summary>
    public string? Span { get; init; }

    /// <summary>The region's units in the period, in their order.</summary>
    public IEnumerable<Territory> Units => (Order ?? Answer.Query.Territories).Where(territory => territory.Id != Region.Id);

    /// <summary>Region, period, what it is compared with, boundaries, and which families where it is not all.</summary>
    public string PeriodLine => string.Join(" · ", new[]
    {
        Name(Region),
        Span ?? Language.Name(Period),
        Span is null && Answer.Query.Comparisons.Contains(Comparison.LastYear) ? Language.ReportText("subtitle.compared", Language.Name(Period.LastYear)) : null,
        Language.Name(Answer.Query.Boundaries),
        Answer.Query.Category == Category.All ? null : Language.Name(Answer.Query.Category),
        Answer.Query.Aid == AidKind.All ? null : Language.Name(Answer.Query.Aid),
    }.OfType<string>());

    /// <summary>Number and office time of the publication, audience.</summary>
    public string PublicationLine
    {
        get
        {
            var at = TimeZoneInfo.ConvertTime(Answer.Publication.PublishedAt, OfficeTime).DateTime;
            var time = $"{Language.Date(DateOnly.FromDateTime(at))} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";
            return Language.ReportText("subtitle.publication", Answer.Publication.Number, time) + " · " + Language.Name(Answer.Query.Audience);
        }
    }

    /// <summary>Name of a territory as it was at the end of the period; on common boundaries those of all units whose land cannot be told apart.</summary>
    public string Name(Territory territory) => Answer.Name(territory, Language);
}
