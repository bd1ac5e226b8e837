namespace Analytics.Etl.Loading;

/// <summary>A unit was not published. The message names the unit and what to do; the warehouse still holds its last verified rows.</summary>
public sealed class LoadException(string message, Exception? inner = null) : Exception(message, inner);
