using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>A unit of loading: the whole of one process's rows of one source in one month or year.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Process">Name of the process.</param>
/// <param name="Period">Month, year, or the undated rows.</param>
public sealed record UnitKey(string Source, string Process, UnitPeriod Period)
{
    public override string ToString() => $"{Source}/{Process}/{Period}";
}
