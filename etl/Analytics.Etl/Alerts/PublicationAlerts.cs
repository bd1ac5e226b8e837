using Analytics.Etl.Publishing;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.Etl.Alerts;

/// <summary>Alerts about publishing.</summary>
public sealed class PublicationAlerts(AlertLedger alerts, WarehouseWatch warehouse)
{
    private const string Cause = "publication";

    /// <summary>An attempt has ended.</summary>
    public Task EndedAsync(PublishResult result, CancellationToken cancellationToken) => result.Outcome is PublishOutcome.Published or PublishOutcome.NothingNew
        ? alerts.ResolveAsync([AlertKind.PublicationFailed], Cause, cancellationToken)
        : Task.CompletedTask;

    /// <summary>An attempt has failed.</summary>
    public async Task FailedAsync(Exception exception, CancellationToken cancellationToken)
    {
        if (await warehouse.IsAwayAsync(cancellationToken) is { } away)
        {
            await alerts.RaiseAsync(AlertKind.WarehouseUnreachable, WarehouseWatch.Cause, away, cancellationToken);
            return;
        }

        // Of what was not foreseen only the kind: details may hold what rows contain.
        var reason = exception switch
        {
            ClickHouseServerException or HttpRequestException or IOException => WarehouseFailure.Message(exception),
            _ when ControlFailure.Is(exception) => ControlFailure.Message(exception),
            _ => exception.GetType().Name + ".",
        };
        await alerts.RaiseAsync(
            AlertKind.PublicationFailed, Cause, new("publication.failed", reason), cancellationToken);
    }

    /// <summary>A verification has compared the publication in force with the loads.</summary>
    public Task ShowAsync(PublicationCheck publication, CancellationToken cancellationToken) => publication switch
    {
        { IsLate: true } => alerts.RaiseAsync(
            AlertKind.PublicationFailed,
            Cause,
            new("publication.late", publication.Unpublished.Count, publication.Unpublished[0]),
            cancellationToken),
        { Unpublished.Count: 0 } => alerts.ResolveAsync([AlertKind.PublicationFailed], Cause, cancellationToken),
        _ => Task.CompletedTask,
    };
}
