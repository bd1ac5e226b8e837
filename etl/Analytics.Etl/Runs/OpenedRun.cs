using Analytics.Warehouse.Control;

namespace Analytics.Etl.Runs;

/// <summary>The run that answers a request, and whether it is a new one.</summary>
public sealed record OpenedRun(LoadRunRow Run, RunOpening Opening);
