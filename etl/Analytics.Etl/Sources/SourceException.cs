namespace Analytics.Etl.Sources;

/// <summary>A source cannot be reached, read or understood. The message names the source and what to do, and holds nothing of what rows contain.</summary>
public sealed class SourceException(string message, Exception? inner = null) : Exception(message, inner);
