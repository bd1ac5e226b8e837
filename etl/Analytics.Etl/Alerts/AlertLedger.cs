using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Alerts;

/// <summary>Alerts in the control database: one open alert a cause, however often it is seen. A cause that comes back is a new alert.</summary>
public sealed class AlertLedger(ControlDatabase control, TimeProvider clock)
{
    /// <summary>Opens the alert of a cause, or notes that the cause is still there. Two processes may do so at once.</summary>
    public async Task RaiseAsync(AlertKind kind, string cause, LoadMessage message, CancellationToken cancellationToken)
    {
        var id = await control.NextNumberAsync("alert", cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (told, json) = message.Stored;
        var text = PersonalNumbers.Remove(told.ReplaceLineEndings(" "));
        await using var context = await control.OpenAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO alert (id, kind, cause, message, message_json, opened_at, last_seen_at, times_seen, closed_at, open_cause)
            VALUES ({id}, {kind.Code()}, {cause}, {text}, {json}, {now}, {now}, 1, NULL, {OpenCause(kind, cause)})
            ON CONFLICT (open_cause) DO UPDATE SET
              message = excluded.message, message_json = excluded.message_json, last_seen_at = excluded.last_seen_at, times_seen = alert.times_seen + 1
            """,
            cancellationToken);
    }

    /// <summary>Closes the alerts of a cause, when it has any: the cause is gone.</summary>
    public async Task ResolveAsync(IReadOnlyCollection<AlertKind> kinds, string cause, CancellationToken cancellationToken)
    {
        var open = kinds.Select(kind => OpenCause(kind, cause)).ToList();
        await using var context = await control.OpenAsync(cancellationToken);
        await CloseAsync(context.Alerts.Where(alert => open.Contains(alert.OpenCause!)), cancellationToken);
    }

    /// <summary>Closes the open alerts of some kinds whose causes are no longer among those seen.</summary>
    public async Task ResolveOthersAsync(AlertKind kind, IReadOnlyCollection<string> seen, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        await CloseAsync(context.Alerts.Where(alert => alert.Kind == kind && !seen.Contains(alert.Cause)), cancellationToken);
    }

    /// <summary>Open alerts, oldest first.</summary>
    public async Task<IReadOnlyList<AlertRow>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Alerts.AsNoTracking().Where(alert => alert.ClosedAt == null).OrderBy(alert => alert.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The newest alerts, open or closed.</summary>
    public async Task<IReadOnlyList<AlertRow>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Alerts.AsNoTracking().OrderByDescending(alert => alert.Id).Take(count).ToListAsync(cancellationToken);
    }

    private async Task CloseAsync(IQueryable<AlertRow> alerts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await alerts.Where(alert => alert.ClosedAt == null).ExecuteUpdateAsync(
            alert => alert.SetProperty(one => one.ClosedAt, now).SetProperty(one => one.OpenCause, (string?)null), cancellationToken);
    }

    private static string OpenCause(AlertKind kind, string cause) => $"{kind.Code()}:{cause}";
}
