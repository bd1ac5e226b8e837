using Analytics.Etl.Loading;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Settlements;

/// <summary>Lists of settlements: where each lies today, so that history can be counted on today's boundaries. Grain: one settlement in one list.</summary>
public static class SettlementLoad
{
    public static Process Process { get; } = new(
        Name: "settlements",
        FactTable: "dim_settlement",
        UnitSize: UnitSize.Year,
        PeriodColumn: "listed_on",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("listed_on", ColumnKind.Date),
            new("settlement_code", ColumnKind.Settlement),
            new("district_code", ColumnKind.District),
            new("name", ColumnKind.Label, Optional: true),
        ],
        FactColumns: ["listed_on", "settlement_code", "unit_id", "name"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var listedOn = row.Day();
        var settlement = row.ListedSettlement();
        var unit = row.LandUnit();
        var name = row.Label();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(listedOn, isPeriod: true);
        fact.UInt32(settlement);
        fact.UInt32(unit);
        fact.Label(name);
        fact.EndRow();
    }
}
