using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks;

/// <summary>What a pack is written from: the answer, the language, and whether the figures are synthetic.</summary>
internal sealed record PackContent(IndicatorAnswer Answer, Language Language, bool Demo)
{
    private static readonly TimeZoneInfo OfficeTime = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public Period Period => Answer.Query.Period;

    public static Territory Region => Territories.Shipped.Region;

    /// <summary>The region's units in the period, in official order.</summary>
    public IEnumerable<Territory> Units => Answer.Query.Territories.Where(territory => territory.Id != Region.Id);

    /// <summary>Region, period, what it is compared with, boundaries.</summary>
    public string PeriodLine => string.Join(" · ",
        Name(Region),
        Language.Name(Period),
        Language.ReportText("subtitle.compared", Language.Name(Period.LastYear)),
        Language.Name(Answer.Query.Boundaries));

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
