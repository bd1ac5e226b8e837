using Analytics.ChaosTests.Sources;
using Analytics.Etl;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.States;

namespace Analytics.ChaosTests.Running;

/// <summary>Puts jobs into the hosts' queue, as their schedule and their buttons do.</summary>
public sealed class QueuedJobs
{
    private readonly PostgreSqlStorage storage;
    private readonly BackgroundJobClient jobs;
    private readonly List<string> known = [];

    public QueuedJobs(string controlConnection)
    {
        GlobalConfiguration.Configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        storage = new PostgreSqlStorage(new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(controlConnection, new PostgreSqlStorageOptions()), new PostgreSqlStorageOptions { PrepareSchemaIfNecessary = false });
        jobs = new BackgroundJobClient(storage);
    }

    public void Check() => jobs.Enqueue<Schedule>(schedule => schedule.CheckAsync(CancellationToken.None));

    public void Publish() => jobs.Enqueue<Schedule>(schedule => schedule.PublishAsync(CancellationToken.None));

    public void Load(Unit unit)
    {
        var job = jobs.Enqueue<Schedule>(schedule => schedule.LoadAsync(unit.Source, unit.Process, unit.Period, CancellationToken.None));
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
