using Analytics.Etl.Loading;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Population;

/// <summary>Population. Grain: one district on one day, usually 1 January.</summary>
public static class PopulationLoad
{
    public static Process Process { get; } = new(
        Name: "population",
        FactTable: "fact_population",
        UnitSize: UnitSize.Year,
        PeriodColumn: "counted_on",
        Columns:
        [
            new("row_id", ColumnKind.RowId),
            new("counted_on", ColumnKind.Date),
            new("district_code", ColumnKind.District),
            new("residents", ColumnKind.Count),
        ],
        FactColumns: ["counted_on", "district_id", "residents"],
        Apply: Apply);

    private static void Apply(ContractRow row, FactWriter fact)
    {
        var rowId = row.Whole();
        var countedOn = row.Day();
        var district = row.District(countedOn);
        var residents = row.Whole();
        if (row.IsRejected)
        {
            return;
        }

        fact.BeginRow(rowId);
        fact.Day(countedOn, isPeriod: true);
        fact.UInt32(district);
        fact.UInt32((uint)residents);
        fact.EndRow();
    }
}
