using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Indicators;

namespace Analytics.Etl.Targets;

/// <summary>Targets. Grain: one indicator for one territory in one year.</summary>
public static class TargetLoad
{
    public static Process Process { get; } = new(
        Name: "targets",
        FactTable: "fact_target",
        UnitSize: UnitSize.Year,
        PeriodColumn: "year_start",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("year_start", ColumnKind.Date),
            new("territory_code", ColumnKind.District),
            new("indicator", ColumnKind.Label),
            new("value", ColumnKind.Money),
            new("decree", ColumnKind.Label, Optional: true),
        ],
        FactColumns: ["year_start", "territory_id", "indicator", "value", "decree"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var yearStart = row.Day();
        var territory = row.Territory(yearStart);
        var indicator = row.Indicator();
        var value = row.Money();
        var decree = row.Label();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(yearStart, isPeriod: true);
        fact.UInt32(territory);
        fact.Label(indicator?.Code ?? "");
        // The column is Decimal(18, 2): money comes in tiyn, other values as they are.
        fact.Money(indicator?.Unit == IndicatorUnit.Tenge ? value : value * 100);
        fact.Label(decree);
        fact.EndRow();
    }
}
