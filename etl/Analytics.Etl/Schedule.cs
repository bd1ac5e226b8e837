using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Hangfire;

namespace Analytics.Etl;

/// <summary>
/// What Hangfire does and when. It only triggers: every job is safe to repeat, and the record is the control database.
/// <list type="table">
/// <item><term>check</term><description>every ten minutes: find units that differ from their source, one load job for each</description></item>
/// <item><term>load</term><description>one unit; the last one to finish publishes</description></item>
/// <item><term>run</term><description>what an operator asked for on the page of loads</description></item>
/// <item><term>publish</term><description>every two minutes: publish what is verified and not yet published</description></item>
/// </list>
/// </summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [10, 60, 300])]
public sealed class Schedule(Backfill backfill, UnitLedger ledger, PublicationBuilder publications, Recovery recovery, IBackgroundJobClient jobs)
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
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await recovery.DropStagesAsync(cancellationToken);
        var (run, due) = await backfill.CheckAsync(cancellationToken);
        foreach (var unit in due)
        {
            jobs.Enqueue<Schedule>(schedule => schedule.LoadAsync(run, unit.Source, unit.Process, unit.Period.Code, CancellationToken.None));
        }
    }

    [JobDisplayName("Load {1} / {2} / {3} (run {0})")]
    public async Task LoadAsync(long run, string source, string process, string period, CancellationToken cancellationToken)
    {
        await backfill.LoadUnitAsync(run, new UnitKey(source, process, UnitPeriod.Parse(period)), cancellationToken);
        await PublishAsync(cancellationToken);
    }

    /// <summary>Does a run that somebody asked for. It is not repeated by itself: whoever asks again goes on where it stopped.</summary>
    [JobDisplayName("Run {0}")]
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(long run, CancellationToken cancellationToken) =>
        backfill.RunAsync(run, whenStopped: RunState.Interrupted, progress: null, cancellationToken);

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
