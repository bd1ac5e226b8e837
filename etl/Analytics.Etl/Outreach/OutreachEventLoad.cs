using Analytics.Etl.Loading;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Outreach;

/// <summary>Outreach. Grain: one event.</summary>
public static class OutreachEventLoad
{
    public static Process Process { get; } = new(
        Name: "outreach_events",
        FactTable: "fact_outreach_event",
        UnitSize: UnitSize.Year,
        PeriodColumn: "held_on",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("held_on", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("topic", ColumnKind.Label),
            new("attendees", ColumnKind.Count),
        ],
        FactColumns: ["held_on", "district_id", "topic", "attendees"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var heldOn = row.Day();
        var district = row.District(heldOn);
        var topic = row.Label();
        var attendees = row.Whole();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(heldOn, isPeriod: true);
        fact.UInt32(district);
        fact.Label(topic);
        fact.UInt32((uint)attendees);
        fact.EndRow();
    }
}
