using Analytics.Etl.Alerts.Channels;
using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Alerts;

/// <summary>
/// Tells every channel what it was not told yet, in one message. What a channel took is marked at once and never sent to it again;
/// what it did not take stays and is tried with growing pauses.
/// </summary>
public sealed partial class AlertDelivery(AlertChannels channels, ControlDatabase control, Leases leases, TimeProvider clock, ILogger<AlertDelivery> logger)
{
    private const string LeaseName = "alert-delivery";
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <returns>Errors of channels that took nothing; empty when all is told, or another process is at it.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        if (channels.All.Count == 0 || await leases.TryAcquireAsync(LeaseName, cancellationToken) is not { } lease)
        {
            return [];
        }

        var errors = new List<string>();
        try
        {
            foreach (var channel in channels.All)
            {
                if (!await leases.RenewAsync(lease, cancellationToken))
                {
                    break;
                }

                if (await TellAsync(channel, cancellationToken) is { } error)
                {
                    errors.Add(error);
                }
            }
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }

        return errors;
    }

    private async Task<string?> TellAsync(IAlertChannel channel, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var waiting = await WaitingAsync(context, channel, cancellationToken);
        var now = clock.GetUtcNow();
        if (!waiting.Any(one => one.Delivery.NextAttemptAt <= now))
        {
            return null;
        }

        // A cause that came and went before the channel could be reached is told once, with both its times.
        var digest = new AlertDigest(
            [.. waiting.Where(one => one.Alert.ClosedAt is null).Select(one => one.Alert)], [.. waiting.Where(one => one.Alert.ClosedAt is not null).Select(one => one.Alert)]);
        string? error = null;
        try
        {
            await channel.SendAsync(digest, cancellationToken);
        }
        catch (AlertDeliveryException exception)
        {
            error = exception.Message;
            LogNotTaken(channel.Name, error);
        }

        foreach (var (alert, delivery) in waiting)
        {
            Mark(alert, delivery, error);
        }

        // Taken is taken, even when the program is just asked to stop.
        await context.SaveChangesAsync(CancellationToken.None);
        return error;
    }

    private async Task<List<(AlertRow Alert, AlertDeliveryRow Delivery)>> WaitingAsync(ControlContext context, IAlertChannel channel, CancellationToken cancellationToken)
    {
        var unknown = await context.Alerts.AsNoTracking()
            .Where(alert => alert.ClosedAt == null && !context.AlertDeliveries.Any(delivery => delivery.AlertId == alert.Id && delivery.Channel == channel.Name))
            .Select(alert => alert.Id)
            .ToListAsync(cancellationToken);
        context.AlertDeliveries.AddRange(unknown.Select(id => new AlertDeliveryRow { AlertId = id, Channel = channel.Name, NextAttemptAt = clock.GetUtcNow() }));
        await context.SaveChangesAsync(cancellationToken);
        var tellsResolved = channels.TellsResolved;
        var rows = await context.AlertDeliveries
            .Where(delivery => delivery.Channel == channel.Name)
            .Join(context.Alerts, delivery => delivery.AlertId, alert => alert.Id, (delivery, alert) => new { delivery, alert })
            .Where(one => one.delivery.NotifiedAt == null || (tellsResolved && one.alert.ClosedAt != null && one.delivery.ResolvedNotifiedAt == null))
            .OrderBy(one => one.alert.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(one => (one.alert, one.delivery))];
    }

    private void Mark(AlertRow alert, AlertDeliveryRow delivery, string? error)
    {
        var now = clock.GetUtcNow();
        if (error is not null)
        {
            delivery.Attempts++;
            delivery.NextAttemptAt = now + PauseAfter(delivery.Attempts);
            delivery.Error = error.Length > 2000 ? error[..2000] : error;
            return;
        }

        delivery.NotifiedAt ??= now;
        delivery.ResolvedNotifiedAt = alert.ClosedAt is null ? null : now;
        delivery.Attempts = 0;
        delivery.NextAttemptAt = now;
        delivery.Error = "";
    }

    /// <summary>One minute, two, four, … six hours.</summary>
    public static TimeSpan PauseAfter(long attempts) =>
        TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Math.Min(attempts - 1, 20)), LongestPause.TotalMinutes));

    [LoggerMessage(Level = LogLevel.Warning, Message = "An alert was not taken by {Channel} and is kept: {Reason}")]
    private partial void LogNotTaken(string channel, string reason);
}
