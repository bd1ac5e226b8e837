using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Hangfire;

namespace Analytics.Etl;

/// <summary>
/// What Hangfire does and when. It only triggers: every job is safe to repeat, and the record is the control database.
/// <list type="table">
/// <item><term>check</term><description>every ten minutes: find units that differ from their source, one load job for each</description></item>
/// <item><term>load</term><description>one unit; the last one to finish publishes</description></item>
/// <item><term>publish</term><description>every two minutes: publish what is verified and not yet published</description></item>
/// </list>
/// </summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [10, 60, 300])]
public sealed class Schedule(LoadRun loads, UnitLedger ledger, PublicationBuilder publications, Recovery recovery, Leases leases, TimeProvider clock, IBackgroundJobClient jobs)
{
    public const string CheckJob = "check-sources";
    public const string PublishJob = "publish-verified";

    /// <summary>Registers the recurring jobs and asks for a first check now.</summary>
    public static void Register(IRecurringJobManager recurring)
    {
        recurring.AddOrUpdate<Schedule>(CheckJob, schedule => schedule.CheckAsync(CancellationToken.None), "*/10 * * * *");
        recurring.AddOrUpdate<Schedule>(PublishJob, schedule => schedule.PublishAsync(CancellationToken.None), "*/2 * * * *");
        recurring.Trigger(CheckJob);
    }

    [JobDisplayName("Find units that differ from their source")]
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        // A lease of ours ends soon after its holder was killed; a lock of Hangfire's keeps others away for ten minutes.
        if (await leases.TryAcquireAsync("check", cancellationToken) is not { } lease)
        {
            return;
        }

        try
        {
            await using var keeper = new LeaseKeeper(leases, lease, clock, cancellationToken);
            await recovery.DropStagesAsync(keeper.Lost);
            var (due, _) = await loads.FindDueAsync(null, null, static _ => true, mark: true, withHeld: false, keeper.Lost);
            foreach (var unit in due)
            {
                jobs.Enqueue<Schedule>(schedule => schedule.LoadAsync(unit.Source, unit.Process, unit.Period.Code, CancellationToken.None));
            }
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    [JobDisplayName("Load {0} / {1} / {2}")]
    public async Task LoadAsync(string source, string process, string period, CancellationToken cancellationToken)
    {
        await loads.LoadAsync(new UnitKey(source, process, UnitPeriod.Parse(period)), LoadOptions.Usual, cancellationToken);
        await PublishAsync(cancellationToken);
    }

    /// <summary>Publishes unless loads are due; by itself it catches up when the last load did not live to publish.</summary>
    [JobDisplayName("Publish what is verified")]
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        if (!await ledger.IsUnsettledAsync(cancellationToken))
        {
            await publications.PublishAsync("units loaded", cancellationToken);
        }
    }
}
