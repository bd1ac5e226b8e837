using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.Warehouse.Indicators;

/// <summary>All values of a question, from one publication: for each territory asked for, each indicator asked for.</summary>
public sealed record IndicatorAnswer(IndicatorQuery Query, Publication Publication, IReadOnlyList<IndicatorValue> Values)
{
    private readonly Dictionary<(string Indicator, uint Territory), IndicatorValue> cells =
        Values.ToDictionary(value => (value.Indicator.Code, value.Territory.Id));

    /// <summary>Name of a territory as its figures stand: of the unit as it was at the period's end, or of the units that are shown together.</summary>
    public string Name(Territory territory, Language language) => Query.Indicators is [var first, ..]
        ? this[first, territory].Name(language.Code, Query.Period.LastDay)
        : territory.Name(language.Code, Query.Period.LastDay);

    /// <summary>The value of a cell that was asked for.</summary>
    public IndicatorValue this[Indicator indicator, Territory territory] => cells[(indicator.Code, territory.Id)];
}
