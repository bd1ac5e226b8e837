using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;

namespace Analytics.Etl.GrantApplications;

/// <summary>Grant applications. Grain: one application, by the day it was received.</summary>
public static class GrantApplicationLoad
{
    public static Process Process { get; } = new(
        Name: "grant_applications",
        FactTable: "fact_grant_application",
        UnitSize: UnitSize.Year,
        PeriodColumn: "received_on",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("received_on", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("settlement_code", ColumnKind.Settlement, Optional: true),
            new("applicant_id", ColumnKind.Identifier),
            new("category", ColumnKind.Code),
            new("status", ColumnKind.Code),
            new("decided_on", ColumnKind.Date, Optional: true),
            new("paid_on", ColumnKind.Date, Optional: true),
            new("amount_tiyn", ColumnKind.Money, Optional: true),
            new("refusal_reason", ColumnKind.Label, Optional: true),
        ],
        FactColumns: ["received_on", "district_id", "settlement_code", "applicant_key", "category", "status", "decided_on", "paid_on", "amount", "refusal_reason"],
        Apply: Apply);

    private static readonly string[] Statuses = ["under_review", "approved", "refused", "withdrawn"];

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var receivedOn = row.Day();
        var district = row.District(receivedOn);
        var settlement = row.Settlement();
        var applicant = row.Key(PseudonymDomain.Person);
        var category = row.Code(Words.Categories);
        var status = row.Code(Statuses);
        var decidedOn = row.OptionalDay();
        var paidOn = row.OptionalDay();
        var amount = row.Money();
        var refusalReason = row.Label();
        if (decidedOn < receivedOn)
        {
            row.Reject("decided_before_received", "decided_on");
        }
        
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(receivedOn, isPeriod: true);
        fact.UInt32(district);
        fact.UInt32(settlement);
        fact.Key(applicant);
        fact.Code(category);
        fact.Code(status);
        fact.OptionalDay(decidedOn);
        fact.OptionalDay(paidOn);
        fact.Money(amount);
        fact.Label(refusalReason);
        fact.EndRow();
    }
}
