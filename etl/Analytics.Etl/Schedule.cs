using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Hangfire;
using Microsoft.Extensions.Options;

namespace Analytics.Etl;

/// <summary>
/// What Hangfire does and when. It only triggers: every job is safe to repeat, and the record is the control database.
/// <list type="table">
/// <item><term>check</term><description>every ten minutes: find units that differ from their source, and ask for load jobs</description></item>
/// <item><term>load</term><description>the units that wait, one after another; the last job to finish publishes</description></item>
/// <item><term>run</term><description>what an operator asked for on the page of loads</description></item>
/// <item><term>publish</term><description>every two minutes: publish what is verified and not yet published</description></item>
/// <item><term>verify</term><description>every night: compare every unit with its source and the warehouse</description></item>
/// <item><term>alert</term><description>every minute: tell what needs attention, one message for all that is new</description></item>
/// </list>
/// </summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [10, 60, 300])]
public sealed class Schedule(
    Backfill backfill,
    UnitLedger ledger,
    PublicationBuilder publications,
    PublicEdition publicEdition,
    Recovery recovery,
    FactAudit facts,
    Leases leases,
    TimeProvider clock,
    Verification verification,
    PublicationAlerts publicationAlerts,
    AlertRound alerts,
    IOptions<VerificationOptions> nightly,
    IBackgroundJobClient jobs)
{
    public const string CheckJob = "check-sources";
    public const string PublishJob = "publish-verified";
    public const string VerifyJob = "verify-all";
    public const string AlertJob = "tell-alerts";

    private const int JobsAtATime = 4;

    /// <summary>Registers the recurring jobs and asks for a first check now.</summary>
    public static void Register(IRecurringJobManager recurring, VerificationOptions nightly)
    {
        recurring.AddOrUpdate<Schedule>(CheckJob, schedule => schedule.CheckAsync(CancellationToken.None), "*/10 * * * *");
        recurring.AddOrUpdate<Schedule>(PublishJob, schedule => schedule.PublishAsync(CancellationToken.None), "*/2 * * * *");
        recurring.AddOrUpdate<Schedule>(AlertJob, schedule => schedule.AlertAsync(CancellationToken.None), Cron.Minutely());
        RegisterVerification(recurring, nightly.Cron);
        recurring.Trigger(CheckJob);
    }

    private static void RegisterVerification(IRecurringJobManager recurring, string cron)
    {
        try
        {
            recurring.AddOrUpdate<Schedule>(
                VerifyJob, schedule => schedule.VerifyAsync(CancellationToken.None), cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty") });
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Verification:Cron is {cron}, which is no time table; give minute, hour, day, month and day of the week, for example 30 2 * * *.", exception);
        }
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
            await facts.RunAsync(keeper.Lost);
            Enqueue(await backfill.CheckTouchedAsync(keeper.Lost));
            Enqueue(await backfill.CheckAsync(keeper.Lost));
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    // Jobs may be lost between the control database and the queue, so every check asks for them while units wait.
    private void Enqueue((long Run, int Waiting) found)
    {
        for (var job = 0; job < Math.Min(found.Waiting, JobsAtATime); job++)
        {
            jobs.Enqueue<Schedule>(schedule => schedule.LoadAsync(found.Run, CancellationToken.None));
        }
    }

    [JobDisplayName("Load what waits in run {0}")]
    public async Task LoadAsync(long run, CancellationToken cancellationToken)
    {
        await backfill.LoadWaitingAsync(run, cancellationToken);
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
            try
            {
                await publicationAlerts.EndedAsync(await publications.PublishAsync("units loaded", cancellationToken), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await publicationAlerts.FailedAsync(exception, cancellationToken);
                throw;
            }
        }

        // The office reads the figures by now; the public waits for this.
        await publicEdition.RunAsync(cancellationToken);
    }

    [JobDisplayName("Compare every unit with its source and the warehouse")]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var result = await verification.RunAsync(settle: true, cancellationToken);
        if (nightly.Value.Repair && (await verification.RepairAsync(result, cancellationToken)).Count > 0)
        {
            // They are marked as due: the check has them loaded.
            jobs.Enqueue<Schedule>(schedule => schedule.CheckAsync(CancellationToken.None));
        }

        await PublishAsync(cancellationToken);
    }

    [JobDisplayName("Tell what needs attention")]
    [AutomaticRetry(Attempts = 0)]
    public Task AlertAsync(CancellationToken cancellationToken) => alerts.RunAsync(cancellationToken);
}
