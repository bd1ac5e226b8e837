namespace Analytics.Etl.Alerts.Channels;

/// <summary>One place that is told of alerts: a mail address, a webhook.</summary>
public interface IAlertChannel
{
    /// <summary>Its name in the control database, without secrets.</summary>
    string Name { get; }

    /// <summary>Returns when the other side has taken the message.</summary>
    /// <exception cref="AlertDeliveryException">It has not; the message holds its reply.</exception>
    Task SendAsync(AlertDigest digest, CancellationToken cancellationToken);

    /// <summary>Tries the way there without sending anything.</summary>
    /// <returns>What was reached.</returns>
    /// <exception cref="AlertDeliveryException">It cannot be reached.</exception>
    Task<string> ProbeAsync(CancellationToken cancellationToken);
}
