using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;

namespace Analytics.Etl.Targets;

/// <summary>Targets. Grain: one version of the plan of one indicator for one territory in one year.</summary>
public static class TargetLoad
{
    private static readonly string[] Stages = [.. Codes.All<TargetStage>()];
    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];
    private static readonly string[] Phasings = [.. Codes.All<TargetPhasing>()];

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
            new("stage", ColumnKind.Code, Optional: true) { MayBeMissing = true },
            new("decree_number", ColumnKind.Label, Optional: true) { MayBeMissing = true },
            new("decree_date", ColumnKind.Date, Optional: true) { MayBeMissing = true },
            new("q1", ColumnKind.Money, Optional: true) { MayBeMissing = true },
            new("q2", ColumnKind.Money, Optional: true) { MayBeMissing = true },
            new("q3", ColumnKind.Money, Optional: true) { MayBeMissing = true },
            new("q4", ColumnKind.Money, Optional: true) { MayBeMissing = true },
            new("phasing", ColumnKind.Code, Optional: true) { MayBeMissing = true },
        ],
        FactColumns: ["year_start", "territory_id", "indicator", "value", "decree", "stage", "decree_number", "decree_date", "has_quarters", "q1", "q2", "q3", "q4", "phasing"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var yearStart = row.Day();
        var territory = row.Territory(yearStart);
        var indicator = row.Indicator();
        var value = row.Money();
        var decree = row.Label();
        var stage = row.Has("stage") ? row.Code(Stages) : (sbyte)TargetStage.Approved;
        var number = row.Has("decree_number") ? row.Label() : "";
        var date = row.Has("decree_date") ? row.OptionalDay() : null;
        var quarters = Quarters.Select(name => row.Has(name) ? row.OptionalMoney() : null).ToArray();
        var phasing = row.Has("phasing") ? row.OptionalCode(Phasings) : (sbyte)0;
        if (indicator is not null && QuarterRules.Broken(indicator, value, quarters) is { } rule)
        {
            row.Reject(rule, "q1");
        }

        if (row.IsRejected)
        {
            return;
        }

        // The columns are Decimal(18, 2): money comes in tiyn, other values as they are.
        var factor = indicator?.Unit == IndicatorUnit.Tenge ? 1 : 100;
        fact.BeginRow(rowId);
        fact.Day(yearStart, isPeriod: true);
        fact.UInt32(territory);
        fact.Label(indicator?.Code ?? "");
        fact.Money(value * factor);
        fact.Label(decree);
        fact.Code(stage);
        fact.Label(number);
        fact.OptionalDay(date);
        fact.UInt8(quarters[0] is null ? (byte)0 : (byte)1);
        foreach (var quarter in quarters)
        {
            fact.Amount((quarter ?? 0) * factor);
        }

        fact.Label(phasing == 0 ? "" : Phasings[phasing - 1]);
        fact.EndRow();
    }
}
