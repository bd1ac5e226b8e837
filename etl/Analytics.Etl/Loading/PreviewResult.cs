namespace Analytics.Etl.Loading;

/// <summary>What loading a unit would change.</summary>
/// <param name="Unit">Unit.</param>
/// <param name="Rows">Rows that it would hold.</param>
/// <param name="Quarantined">Rows that would be rejected.</param>
/// <param name="Differences">By district and month, where they differ from the warehouse.</param>
/// <param name="Told">Why it would not be published; empty otherwise.</param>
public sealed record PreviewResult(UnitKey Unit, long Rows, long Quarantined, IReadOnlyList<DistrictDifference> Differences, LoadMessage Told)
{
    /// <summary>Why it would not be published, in English; empty otherwise.</summary>
    public string Message => Told.Text;
}
