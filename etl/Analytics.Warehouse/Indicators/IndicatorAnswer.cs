using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Indicators;

/// <summary>All values of a question, from one publication: for each territory asked for, each indicator asked for.</summary>
public sealed record IndicatorAnswer(IndicatorQuery Query, Publication Publication, IReadOnlyList<IndicatorValue> Values)
{
    private readonly Dictionary<(string Indicator, uint Territory), IndicatorValue> cells =
        Values.ToDictionary(value => (value.Indicator.Code, value.Territory.Id));

    /// <summary>The value of a cell that was asked for.</summary>
    public IndicatorValue this[Indicator indicator, Territory territory] => cells[(indicator.Code, territory.Id)];
}
