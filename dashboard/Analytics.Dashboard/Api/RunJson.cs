using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>A run as the API and the command line tell it.</summary>
public sealed record RunJson(
    long Run,
    string Kind,
    string State,
    string? Source,
    string? Table,
    string? From,
    string? To,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    long Units,
    long UnitsDone,
    long UnitsFailed,
    long Rows,
    long RowsDone,
    long RowsPerSecond,
    long? SecondsLeft,
    bool CancelRequested,
    string Message)
{
    public static RunJson Of(LoadRunRow run) => new(
        run.Number, run.Kind.Code(), run.State.Code(), run.Source, run.Process, run.FromPeriod, run.ToPeriod, run.RequestedBy, run.RequestedAt, run.StartedAt, run.FinishedAt,
        run.UnitsTotal, run.UnitsDone, run.UnitsFailed, run.RowsTotal, run.RowsDone, run.RowsPerSecond, run.SecondsLeft, run.CancelRequested, run.Message);
}
