using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Hangfire;
using Microsoft.Extensions.Options;

namespace Analytics.Etl;

/// <summary>
/// What Hangfire does and when. It only triggers: every job is safe to repeat, and the record is the control database.
/// <list type="table">
/// <item><term>check</term><description>every ten minutes: find units that differ from their source, one load job for each</description></item>
/// <item><term>load</term><description>one unit; the last one to finish publishes</description></item>
/// <item><term>publish</term><description>every two minutes: publish what is verified and not yet published</description></item>
/// <item><term>verify</term><description>every night: compare every unit with its source and the warehouse</description></item>
/// <item><term>alert</term><description>every minute: tell what needs attention, one message for all that is new</description></item>
/// </list>
/// </summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [10, 60, 300])]
public sealed class Schedule(
    LoadRun loads,
    UnitLedger ledger,
    PublicationBuilder publications,
    Recovery recovery,
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

    private static readonly TimeSpan AfterBusy = TimeSpan.FromSeconds(10);

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
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await recovery.DropStagesAsync(cancellationToken);
        var (due, _) = await loads.FindDueAsync(null, null, static _ => true, mark: true, withHeld: false, cancellationToken);
        foreach (var unit in due)
        {
            jobs.Enqueue<Schedule>(schedule => schedule.LoadAsync(unit.Source, unit.Process, unit.Period.Code, CancellationToken.None));
        }
    }

    [JobDisplayName("Load {0} / {1} / {2}")]
    public async Task LoadAsync(string source, string process, string period, CancellationToken cancellationToken)
    {
        var result = await loads.LoadAsync(new UnitKey(source, process, UnitPeriod.Parse(period)), LoadOptions.Usual, cancellationToken);
        if (result.Outcome == LoadOutcome.Busy)
        {
            // Files of one month share a partition, which one load at a time replaces: this one comes after the others.
            jobs.Schedule<Schedule>(schedule => schedule.LoadIfDueAsync(source, process, period, CancellationToken.None), AfterBusy);
        }

        await PublishAsync(cancellationToken);
    }

    [JobDisplayName("Load {0} / {1} / {2}, unless another worker has")]
    public async Task LoadIfDueAsync(string source, string process, string period, CancellationToken cancellationToken)
    {
        if ((await ledger.OfAsync(source, process, cancellationToken)).Any(unit => unit.Period == period && unit.State == UnitState.Changed))
        {
            await LoadAsync(source, process, period, cancellationToken);
        }
    }

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
    }

    [JobDisplayName("Compare every unit with its source and the warehouse")]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var result = await verification.RunAsync(settle: true, cancellationToken);
        foreach (var unit in nightly.Value.Repair ? await verification.RepairAsync(result, cancellationToken) : [])
        {
            jobs.Enqueue<Schedule>(schedule => schedule.LoadAsync(unit.Source, unit.Process, unit.Period.Code, CancellationToken.None));
        }

        await PublishAsync(cancellationToken);
    }

    [JobDisplayName("Tell what needs attention")]
    [AutomaticRetry(Attempts = 0)]
    public Task AlertAsync(CancellationToken cancellationToken) => alerts.RunAsync(cancellationToken);
}
