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
                await alerts.RaiseAsync(AlertKind.Drift, unit.Unit.ToString(), $"{unit.Unit}: {unit.Difference}. {WhatToDo(unit)}", cancellationToken);
            }
            else if (known.Contains(unit.Unit.ToString()))
            {
                await drifts.ForgetAsync(unit.Unit, cancellationToken);
                await alerts.ResolveAsync([AlertKind.Drift], unit.Unit.ToString(), cancellationToken);
            }
        }

        await publications.ShowAsync(result.Publication, cancellationToken);
    }

    private static string WhatToDo(VerifiedUnit unit) => unit.IsInWarehouse
        ? "Somebody or something changed the warehouse beside the loads. `analytics etl verify --repair` and then `analytics etl run` load the unit anew."
        : "The source has changed since the unit was loaded: the next check loads it, or `analytics etl run` now.";
}
