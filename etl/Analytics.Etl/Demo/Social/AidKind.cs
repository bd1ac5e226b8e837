namespace Analytics.Etl.Demo.Social;

/// <summary>Kind of aid: on condition of taking part in employment measures, or not.</summary>
internal enum AidKind
{
    Conditional,
    Unconditional,
}
