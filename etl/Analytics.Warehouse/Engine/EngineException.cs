namespace Analytics.Warehouse.Engine;

/// <summary>The warehouse's engine cannot be used; the message says why and what to do.</summary>
public sealed class EngineException(string message, Exception? inner = null) : Exception(message, inner);
