using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Loading;

/// <summary>A unit of loading: the whole of one process's rows of one source in one month or year.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Process">Name of the process.</param>
/// <param name="Period">Month, year, or the undated rows.</param>
public sealed record UnitKey(string Source, string Process, UnitPeriod Period)
{
    /// <summary>The unit that a row of the ledger is about.</summary>
    public static UnitKey Of(LoadUnitRow row) => new(row.Source, row.Process, UnitPeriod.Parse(row.Period));

    /// <summary>The unit that a row of a run is about.</summary>
    public static UnitKey Of(LoadRunUnitRow row) => new(row.Source, row.Process, UnitPeriod.Parse(row.Period));

    public override string ToString() => $"{Source}/{Process}/{Period}";
}
