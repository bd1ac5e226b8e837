using Analytics.Etl.Sources;
using ClickHouse.Driver;

namespace Analytics.Etl.Loading;

/// <summary>Loads a unit into a stage, verifies it there, tells what it would change, and publishes nothing.</summary>
public sealed class Preview(SourceRegistry sources, UnitStaging staging, UnitLedger ledger, Leases leases, TimeProvider clock)
{
    /// <summary>How the leases of previews begin: they stand in nobody's way.</summary>
    public const string LeasePrefix = "preview:";

    public async Task<PreviewResult> RunAsync(UnitKey unit, CancellationToken cancellationToken)
    {
        var (source, mapping) = sources.Feeds(unit.Source, unit.Process).Single();
        var rejected = new RejectedRows();
        var lease = await leases.TryAcquireAsync(LeasePrefix + UnitLoad.LeaseName(mapping.Process, unit.Period), cancellationToken);
        if (lease is null)
        {
            return new PreviewResult(unit, 0, 0, [], new("unit.preview_busy", unit));
        }

        try
        {
            await using var keeper = new LeaseKeeper(leases, lease, clock, cancellationToken);
            await using var staged = await staging.RunAsync(source, mapping, unit, lease, rejected, null, keeper.Lost);
            var differences = unit.Period.IsUndated ? [] : await staged.Stage.DifferencesAsync(keeper.Lost);
            var known = await ledger.FindAsync(unit, cancellationToken);
            var drop = SuddenDropException.Of(unit, known, staged.Source, source.Options.SuddenDropOf(unit.Process));
            return new PreviewResult(unit, staged.Facts.Rows, rejected.Count, differences, drop?.Told ?? LoadMessage.None);
        }
        catch (Exception exception) when (UnitLoad.Told(exception) is { } told)
        {
            return new PreviewResult(unit, 0, rejected.Count, [], told);
        }
        catch (Exception exception) when (exception is ClickHouseServerException or HttpRequestException or IOException)
        {
            var told = UnitLoad.Told(exception.InnerException) ?? exception.Message.Split('\n')[0];
            return new PreviewResult(unit, 0, rejected.Count, [], new("unit.failed", unit, told));
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }
}
