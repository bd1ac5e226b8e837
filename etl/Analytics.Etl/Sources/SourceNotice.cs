namespace Analytics.Etl.Sources;

/// <summary>A change at a source that does not stop its loads, but that somebody should know.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Text">What changed, in words.</param>
/// <param name="NoticedAt">When a check first saw it.</param>
public sealed record SourceNotice(string Source, string Text, DateTimeOffset NoticedAt);
