using System.Globalization;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Api;

/// <summary>How complete a publication is: of each fact table the months loaded, the last one closed everywhere, and each district's.</summary>
public sealed record CompletenessJson(PublicationRef Publication, IReadOnlyList<CompletenessJson.TableJson> Tables)
{
    public sealed record TableJson(string Table, string From, string To, string? ClosedThrough, IReadOnlyList<DistrictJson> Districts);

    public sealed record DistrictJson(string Territory, string? ClosedThrough);

    public static CompletenessJson Of(Publication publication, Completeness completeness) => new(
        new PublicationRef(publication.Number, publication.PublishedAt),
        [.. publication.Coverage.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new TableJson(
            one.Key,
            Month(one.Value.First)!,
            Month(one.Value.Last)!,
            Month(completeness.ClosedThrough(one.Key)),
            [.. Territories.Shipped.On(one.Value.Last)
                .Where(territory => territory.Kind != TerritoryKind.Region)
                .Select(district => new DistrictJson(district.Slug, Month(completeness.ClosedThrough(one.Key, district))))]))]);

    private static string? Month(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
