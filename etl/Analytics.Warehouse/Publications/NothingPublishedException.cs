namespace Analytics.Warehouse.Publications;

/// <summary>There is no publication yet (or not the one asked for): figures cannot be shown, which is not the same as zero.</summary>
public sealed class NothingPublishedException(string message) : Exception(message);
