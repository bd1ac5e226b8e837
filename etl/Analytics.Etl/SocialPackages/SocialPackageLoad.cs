using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;

namespace Analytics.Etl.SocialPackages;

/// <summary>The guaranteed social package. Grain: one child given it in one month.</summary>
public static class SocialPackageLoad
{
    public static Process Process { get; } = new(
        Name: "social_packages",
        FactTable: "fact_social_package",
        UnitSize: UnitSize.Month,
        PeriodColumn: "month",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("month", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("settlement_code", ColumnKind.Settlement, Optional: true),
            new("child_id", ColumnKind.Identifier),
            new("category", ColumnKind.Code),
            new("amount_tiyn", ColumnKind.Money),
        ],
        FactColumns: ["month", "district_id", "settlement_code", "child_key", "category", "amount"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var month = row.Month();
        var district = row.District(month);
        var settlement = row.Settlement();
        var child = row.Key(PseudonymDomain.Person);
        var category = row.Code(Words.Categories);
        var amount = row.Money();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(month, isPeriod: true);
        fact.UInt32(district);
        fact.UInt32(settlement);
        fact.Key(child);
        fact.Code(category);
        fact.Money(amount);
        fact.EndRow();
    }
}
