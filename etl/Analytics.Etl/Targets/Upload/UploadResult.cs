using Analytics.Warehouse.Targets;

namespace Analytics.Etl.Targets.Upload;

/// <summary>What came of an upload. Nothing is stored when there is an error.</summary>
/// <param name="Errors">All that is wrong, in the order of the file.</param>
/// <param name="Added">Versions that are new; of a dry run those that would be.</param>
/// <param name="Unchanged">Plans that the ledger holds already, just so.</param>
/// <param name="Empty">Rows without a value, which were left out.</param>
/// <param name="Ignored">Headers of columns that were not read.</param>
/// <param name="IsDryRun">True when nothing was to be stored.</param>
public sealed record UploadResult(
    IReadOnlyList<UploadError> Errors, IReadOnlyList<TargetVersion> Added, int Unchanged, int Empty, IReadOnlyList<string> Ignored, bool IsDryRun)
{
    public bool IsRight => Errors.Count == 0;
}
