using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages;

/// <summary>The choices of a page among its own indicators: order of the table, subject of the chart.</summary>
public static class ViewChoice
{
    /// <summary>The order as wrong when it is neither by name nor by one of the page's indicators, else null.</summary>
    public static WrongParameter? WrongSort(string? code, IReadOnlyList<Indicator> indicators) =>
        code == TerritorySort.Name || Wrong("sort", code, indicators) is not { } wrong ? null : wrong with { Allowed = [TerritorySort.Name, .. wrong.Allowed] };

    /// <summary>The parameter as wrong when it names none of the page's indicators, else null.</summary>
    public static WrongParameter? Wrong(string parameter, string? code, IReadOnlyList<Indicator> indicators) =>
        code is null || indicators.Any(indicator => indicator.Code == code)
            ? null
            : new WrongParameter(parameter, code, [.. indicators.Select(indicator => indicator.Code)]);
}
