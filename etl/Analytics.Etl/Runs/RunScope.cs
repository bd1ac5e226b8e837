using Analytics.Etl.Loading;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Runs;

/// <summary>Which units a run is about; what is null does not limit.</summary>
/// <param name="Source">Name of a source.</param>
/// <param name="Process">Name of a process.</param>
/// <param name="From">First month or year: <c>2020-01</c>; <c>undated</c> for the rows without a date.</param>
/// <param name="To">Last month or year.</param>
public sealed record RunScope(string? Source = null, string? Process = null, string? From = null, string? To = null)
{
    private readonly UnitPeriod? first = From is null ? null : UnitPeriod.Parse(From);
    private readonly UnitPeriod? last = To is null ? null : UnitPeriod.Parse(To);

    public static RunScope All { get; } = new();

    /// <summary>One unit alone.</summary>
    public static RunScope Of(UnitKey unit) => new(unit.Source, unit.Process, unit.Period.Code, unit.Period.Code);

    /// <summary>True for a period of the range. The rows without a date lie in no range.</summary>
    public bool Wants(UnitPeriod period) => (period.IsUndated, first?.IsUndated ?? false) switch
    {
        (true, var asked) => asked || (first is null && last is null),
        (false, true) => false,
        _ => (first is null || period.Until > first.From) && (last is null || period.From < last.Until),
    };
}
