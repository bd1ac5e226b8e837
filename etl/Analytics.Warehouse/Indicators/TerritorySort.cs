namespace Analytics.Warehouse.Indicators;

/// <summary>What territories are ordered by.</summary>
/// <param name="By">An indicator; null is the name.</param>
/// <param name="Ascending">Smallest, or the alphabet's first, at the top.</param>
public sealed record TerritorySort(Indicator? By, bool Ascending)
{
    /// <summary>The code of the order by name; indicators have their own.</summary>
    public const string Name = "name";

    /// <summary>The order that a code names, or null when it names none.</summary>
    public static TerritorySort? Find(string code, bool ascending) =>
        code == Name ? new TerritorySort(null, ascending)
        : IndicatorCatalogue.Find(code) is { } indicator ? new TerritorySort(indicator, ascending)
        : null;
}
