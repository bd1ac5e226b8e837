namespace Analytics.Etl.Alerts.Channels;

/// <summary>A channel did not take a message. The text names the channel and holds the other side's reply.</summary>
public sealed class AlertDeliveryException(string message, Exception? inner = null) : Exception(message, inner);
