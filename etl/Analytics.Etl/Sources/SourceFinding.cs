namespace Analytics.Etl.Sources;

/// <summary>Something found about a source, or about what else a run depends on.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Text">What was found and what to do; one line, nothing of what rows contain.</param>
public sealed record SourceFinding(FindingLevel Level, string Text);
