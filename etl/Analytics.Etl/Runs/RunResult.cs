using Analytics.Etl.Publishing;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Runs;

/// <summary>How a run ended.</summary>
/// <param name="Run">The run.</param>
/// <param name="Units">Its units with what became of them.</param>
/// <param name="Failures">Sources and tables that could not be looked at.</param>
/// <param name="Published">What came of publishing; null when the run did not get so far.</param>
public sealed record RunResult(LoadRunRow Run, IReadOnlyList<LoadRunUnitRow> Units, IReadOnlyList<string> Failures, PublishResult? Published);
