namespace Analytics.Warehouse.Dimensions;

/// <summary>
/// Row of dim_territory. Grain: one territory between two changes of its name, code or parent.
/// </summary>
/// <param name="TerritoryId">Surrogate key, the same through all changes.</param>
/// <param name="Slug">Stable code for people and addresses: <c>oskemen</c>.</param>
/// <param name="Kind">Region, city or district.</param>
/// <param name="Kato">KATO code in force, nine digits.</param>
/// <param name="ParentId">The region that the unit belongs to, or null when it lies outside the office's region.</param>
/// <param name="ValidFrom">First day of this version.</param>
/// <param name="ValidTo">First day after this version; <see cref="DateOnly.MaxValue"/> while it lasts.</param>
/// <param name="SortOrder">Official order: the region, cities, districts by KATO.</param>
/// <param name="NameRu">Name in Russian.</param>
/// <param name="NameKk">Name in Kazakh.</param>
/// <param name="NameEn">Name in English.</param>
public sealed record TerritoryVersion(
    uint TerritoryId,
    string Slug,
    TerritoryKind Kind,
    string Kato,
    uint? ParentId,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    int SortOrder,
    string NameRu,
    string NameKk,
    string NameEn)
{
    /// <summary>Name in a language: <c>kk</c>, <c>ru</c>, and English for any other.</summary>
    public string Name(string language) => language switch
    {
        "kk" => NameKk,
        "ru" => NameRu,
        _ => NameEn,
    };

    /// <summary>True when the unit belongs to the region, or is the region.</summary>
    public bool IsInRegion => Kind == TerritoryKind.Region || ParentId is not null;

    public bool IsInForce(DateOnly day) => ValidFrom <= day && day < ValidTo;
}
