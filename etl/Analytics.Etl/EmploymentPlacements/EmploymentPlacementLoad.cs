using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;

namespace Analytics.Etl.EmploymentPlacements;

/// <summary>Employment placements. Grain: one placement of one person.</summary>
public static class EmploymentPlacementLoad
{
    public static Process Process { get; } = new(
        Name: "employment_placements",
        FactTable: "fact_employment_placement",
        UnitSize: UnitSize.Year,
        PeriodColumn: "placed_on",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("placed_on", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("settlement_code", ColumnKind.Settlement, Optional: true),
            new("person_id", ColumnKind.Identifier),
            new("category", ColumnKind.Code),
            new("kind", ColumnKind.Code),
            new("retained_6m", ColumnKind.Code),
        ],
        FactColumns: ["placed_on", "district_id", "settlement_code", "person_key", "category", "kind", "retained_6m"],
        Apply: Apply);

    private static readonly string[] Kinds = ["permanent", "public_works", "social_job", "youth_practice"];

    private static readonly string[] Retained = ["unknown", "yes", "no"];

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var placedOn = row.Day();
        var district = row.District(placedOn);
        var settlement = row.Settlement();
        var person = row.Key(PseudonymDomain.Person);
        var category = row.Code(Words.Categories);
        var kind = row.Code(Kinds);
        var retained = row.Code(Retained, first: 0);
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(placedOn, isPeriod: true);
        fact.UInt32(district);
        fact.UInt32(settlement);
        fact.Key(person);
        fact.Code(category);
        fact.Code(kind);
        fact.Code(retained);
        fact.EndRow();
    }
}
