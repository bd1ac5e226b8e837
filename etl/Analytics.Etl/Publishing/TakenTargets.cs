using Analytics.Warehouse.Targets;

namespace Analytics.Etl.Publishing;

/// <summary>How the plans of the sources differ from those of the ledger.</summary>
/// <param name="Publication">Number of the publication that is being made.</param>
/// <param name="Added">Versions that are new.</param>
/// <param name="Gone">Numbers of versions that the sources no longer say.</param>
public sealed record TakenTargets(long Publication, IReadOnlyList<TargetVersion> Added, IReadOnlyList<long> Gone);
