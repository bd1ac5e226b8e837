using Analytics.Etl.Loading;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Allocations;

/// <summary>Budget allocations. Grain: one district for one month.</summary>
public static class AllocationLoad
{
    public static Process Process { get; } = new(
        Name: "allocations",
        FactTable: "fact_allocation",
        UnitSize: UnitSize.Year,
        PeriodColumn: "month",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("month", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("amount_tiyn", ColumnKind.Money),
        ],
        FactColumns: ["month", "district_id", "amount"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var month = row.Month();
        var district = row.District(month);
        var amount = row.Money();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(month, isPeriod: true);
        fact.UInt32(district);
        fact.Money(amount);
        fact.EndRow();
    }
}
