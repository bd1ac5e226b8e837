using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Alerts;

/// <summary>Turns what a verification found into kept drift and alerts, and resolves those whose cause is gone.</summary>
public sealed class DriftAlerts(AlertLedger alerts, DriftLedger drifts, PublicationAlerts publications)
{
    public async Task ShowAsync(VerificationResult result, CancellationToken cancellationToken)
    {
        var known = (await drifts.AllAsync(cancellationToken)).Select(drift => $"{drift.Source}/{drift.Process}/{drift.Period}").ToHashSet(StringComparer.Ordinal);
        foreach (var unit in result.Units)
        {
            if (unit.IsDrift)
            {
                await drifts.NoteAsync(unit.Unit, unit.Difference, cancellationToken);
                await alerts.RaiseAsync(AlertKind.Drift, unit.Unit.ToString(), new(unit.IsInWarehouse ? "drift.in_warehouse" : "drift.at_source", unit.Unit, unit.Told), cancellationToken);
            }
            else if (known.Contains(unit.Unit.ToString()))
            {
                await drifts.ForgetAsync(unit.Unit, cancellationToken);
                await alerts.ResolveAsync([AlertKind.Drift], unit.Unit.ToString(), cancellationToken);
            }
        }

        await publications.ShowAsync(result.Publication, cancellationToken);
    }
}
