using Analytics.ChaosTests.Sources;
using Analytics.Etl;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Control;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.ChaosTests.Running;

/// <summary>Puts jobs into the hosts' queue, as their schedule and their buttons do.</summary>
public sealed class QueuedJobs
{
    private readonly PostgreSqlStorage storage;
    private readonly BackgroundJobClient jobs;
    private readonly RunLedger runs;
    private readonly List<string> known = [];

    public QueuedJobs(string controlConnection)
    {
        GlobalConfiguration.Configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        storage = new PostgreSqlStorage(new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(controlConnection, new PostgreSqlStorageOptions()), new PostgreSqlStorageOptions { PrepareSchemaIfNecessary = false });
        jobs = new BackgroundJobClient(storage);
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddDbContextFactory<ControlContext>(options => options.UseNpgsql(controlConnection)).AddSingleton<ControlDatabase>().AddSingleton<RunLedger>();
        runs = services.BuildServiceProvider().GetRequiredService<RunLedger>();
    }

    public void Check() => jobs.Enqueue<Schedule>(schedule => schedule.CheckAsync(CancellationToken.None));

    public void Publish() => jobs.Enqueue<Schedule>(schedule => schedule.PublishAsync(CancellationToken.None));

    public void Tell() => jobs.Enqueue<Schedule>(schedule => schedule.AlertAsync(CancellationToken.None));

    /// <summary>Asks for a unit as the button on its page does. Asked for twice, it is one run, and its job stands in the queue twice.</summary>
    public void Load(Unit unit)
    {
        var scope = new RunScope(unit.Source, unit.Process, unit.Period, unit.Period);
        var run = Task.Run(() => runs.OpenAsync(new RunRequest(RunKind.Backfill, scope, RunRequest.Page), CancellationToken.None)).GetAwaiter().GetResult().Run.Number;
        var job = jobs.Enqueue<Schedule>(schedule => schedule.RunAsync(run, CancellationToken.None));
        lock (known)
        {
            known.Add(job);
        }
    }

    /// <summary>Puts jobs that are done, or at work, into the queue once more, as Hangfire does when it believes their worker dead.</summary>
    public void RequeueLast(int count)
    {
        lock (known)
        {
            foreach (var job in known.TakeLast(count))
            {
                jobs.ChangeState(job, new EnqueuedState());
            }
        }
    }
}
