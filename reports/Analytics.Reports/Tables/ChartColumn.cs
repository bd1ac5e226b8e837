using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Tables;

/// <summary>A column of a chart's table.</summary>
/// <param name="Code">Code for machines: <c>2020</c>, <c>paid_amount</c>, <c>large_family.share</c>.</param>
/// <param name="Name">Head, without the unit.</param>
/// <param name="Unit">Unit of its figures.</param>
/// <param name="Decimals">Decimals shown.</param>
public sealed record ChartColumn(string Code, string Name, IndicatorUnit Unit, int Decimals)
{
    public static ChartColumn Of(Indicator indicator, string code, string name) => new(code, name, indicator.Unit, indicator.Decimals);
}
