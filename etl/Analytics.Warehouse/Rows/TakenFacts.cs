namespace Analytics.Warehouse.Rows;

/// <summary>How many facts of a period the definition of a measure takes, in all territories together.</summary>
/// <param name="All">Facts of the table.</param>
/// <param name="Taken">Facts that the measure takes.</param>
public sealed record TakenFacts(long All, long Taken)
{
    public long LeftOut => All - Taken;
}
