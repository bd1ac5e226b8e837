namespace Analytics.Warehouse.Indicators;

/// <summary>Units of indicators. Money is in tenge, rates in percent.</summary>
public enum IndicatorUnit
{
    Family = 1,
    Person = 2,
    Tenge = 3,
    Percent = 4,
    Application = 5,
    Grant = 6,
    Microcredit = 7,
    Day = 8,
    Event = 9,
}
