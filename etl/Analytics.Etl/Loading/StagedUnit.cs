using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>A unit that lies in its stage, equal to the source's snapshot.</summary>
/// <param name="Stage">The stage; who has it disposes it.</param>
/// <param name="Source">What the source counted.</param>
/// <param name="Facts">What the stage holds.</param>
internal sealed record StagedUnit(Stage Stage, UnitTotals Source, FactTotals Facts) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
