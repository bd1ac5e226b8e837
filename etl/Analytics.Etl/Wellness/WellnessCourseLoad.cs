using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Wellness;

/// <summary>Wellness courses. Grain: one elderly person in one course.</summary>
public static class WellnessCourseLoad
{
    public static Process Process { get; } = new(
        Name: "wellness_courses",
        FactTable: "fact_wellness_course",
        UnitSize: UnitSize.Year,
        PeriodColumn: "started_on",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("started_on", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("person_id", ColumnKind.Identifier),
            new("programme", ColumnKind.Label),
        ],
        FactColumns: ["started_on", "district_id", "person_key", "programme"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var startedOn = row.Day();
        var district = row.District(startedOn);
        var person = row.Key(PseudonymDomain.Person);
        var programme = row.Label();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(startedOn, isPeriod: true);
        fact.UInt32(district);
        fact.Key(person);
        fact.Label(programme);
        fact.EndRow();
    }
}
