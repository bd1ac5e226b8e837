using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;

namespace Analytics.Etl.BenefitRecipients;

/// <summary>People covered by benefits. Grain: one person in one month.</summary>
public static class BenefitRecipientLoad
{
    public static Process Process { get; } = new(
        Name: "benefit_recipients",
        FactTable: "fact_benefit_recipient",
        UnitSize: UnitSize.Month,
        PeriodColumn: "month",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("month", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("settlement_code", ColumnKind.Settlement, Optional: true),
            new("person_id", ColumnKind.Identifier),
            new("category", ColumnKind.Code),
            new("aid", ColumnKind.Code),
            new("child_1_6", ColumnKind.Flag),
            new("able_bodied", ColumnKind.Flag),
            new("unemployed", ColumnKind.Flag),
        ],
        FactColumns: ["month", "district_id", "settlement_code", "person_key", "category", "aid", "child_1_6", "able_bodied", "unemployed"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var month = row.Month();
        var district = row.District(month);
        var settlement = row.Settlement();
        var person = row.Key(PseudonymDomain.Person);
        var category = row.Code(Words.Categories);
        var aid = row.Code(Words.AidKinds);
        var isChild = row.Flag();
        var isAbleBodied = row.Flag();
        var isUnemployed = row.Flag();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(month, isPeriod: true);
        fact.UInt32(district);
        fact.UInt32(settlement);
        fact.Key(person);
        fact.Code(category);
        fact.Code(aid);
        fact.UInt8(isChild);
        fact.UInt8(isAbleBodied);
        fact.UInt8(isUnemployed);
        fact.EndRow();
    }
}
