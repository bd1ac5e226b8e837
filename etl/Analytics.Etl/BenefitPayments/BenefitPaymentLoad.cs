using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;

namespace Analytics.Etl.BenefitPayments;

/// <summary>Benefit payments. Grain: one household in one month with one kind of aid.</summary>
public static class BenefitPaymentLoad
{
    public static Process Process { get; } = new(
        Name: "benefit_payments",
        FactTable: "fact_benefit_payment",
        UnitSize: UnitSize.Month,
        PeriodColumn: "month",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("month", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("settlement_code", ColumnKind.Settlement, Optional: true),
            new("household_id", ColumnKind.Identifier),
            new("category", ColumnKind.Code),
            new("aid", ColumnKind.Code),
            new("assigned_tiyn", ColumnKind.Money),
            new("paid_tiyn", ColumnKind.Money),
        ],
        FactColumns: ["month", "district_id", "settlement_code", "household_key", "category", "aid", "assigned", "paid"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var month = row.Month();
        var district = row.District(month);
        var settlement = row.Settlement();
        var household = row.Key(PseudonymDomain.Household);
        var category = row.Code(Words.Categories);
        var aid = row.Code(Words.AidKinds);
        var assigned = row.Money();
        var paid = row.Money();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(month, isPeriod: true);
        fact.UInt32(district);
        fact.UInt32(settlement);
        fact.Key(household);
        fact.Code(category);
        fact.Code(aid);
        fact.Money(assigned);
        fact.Money(paid);
        fact.EndRow();
    }
}
