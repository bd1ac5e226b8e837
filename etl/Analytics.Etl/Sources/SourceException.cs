using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources;

/// <summary>A source cannot be reached, read or understood. The message names the source and what to do, and holds nothing of what rows contain.</summary>
public sealed class SourceException(LoadMessage told, Exception? inner = null) : Exception(told.Text, inner)
{
    /// <summary>The message, for every language.</summary>
    public LoadMessage Told { get; } = told;
}
