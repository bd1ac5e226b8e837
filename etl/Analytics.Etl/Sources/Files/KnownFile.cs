namespace Analytics.Etl.Sources.Files;

/// <summary>A file of a drop folder as the ledger remembers it.</summary>
/// <param name="Source">Name of the file as a source.</param>
/// <param name="Process">Process that it fed.</param>
/// <param name="IsLoaded">True while the warehouse holds rows of it.</param>
/// <param name="IsSettled">True when nothing of it is left to do once the file is gone.</param>
public sealed record KnownFile(string Source, string Process, bool IsLoaded, bool IsSettled);
