namespace Analytics.Etl.Loading;

/// <summary>What became of a unit.</summary>
/// <param name="Unit">Unit.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Rows">Rows now in the warehouse of a loaded unit.</param>
/// <param name="Quarantined">Rows rejected.</param>
/// <param name="Told">Why it failed; empty otherwise.</param>
public sealed record LoadResult(UnitKey Unit, LoadOutcome Outcome, long Rows, long Quarantined, LoadMessage Told)
{
    /// <summary>Why it failed, in English; empty otherwise.</summary>
    public string Message => Told.Text;
}
