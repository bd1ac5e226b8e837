using Analytics.ChaosTests.Running;

namespace Analytics.ChaosTests.Faults;

/// <summary>Faults of the processes and their disks.</summary>
public static class ServerFaults
{
    public static IEnumerable<Fault> All { get; } =
    [
        Fault.While("kill -9 of the engine", "engine server", 500, Do(static world => world.Engine.Kill()), Do(static world => world.Engine.Run())),
        Fault.While("engine killed, away for long", "engine server", 8000, Do(static world => world.Engine.Kill()), Do(static world => world.Engine.Run())),
        Fault.While("engine with hardly any memory", "engine server", 4000, Do(static world => world.Engine.RunWithMemory(64)), Do(static world => world.Engine.RunWithMemory(4096))),
        Fault.While("disk of the engine full", "engine server", 4000, Do(static world => world.Engine.Disk.Fill()), Do(static world => world.Engine.Disk.Free())),
        Fault.Once("kill -9 of a host", "hosts", Do(static world => world.Hosts[world.Random.Next(2)].Kill())),
        Fault.Once("kill -9 of both hosts", "hosts", Do(static world =>
        {
            world.Hosts[0].Kill();
            world.Hosts[1].Kill();
        })),
        Paused("a host paused", 2000),
        Paused("a host paused past its lease", (ChaosWorld.LeaseSeconds * 1000) + 2500),
        Clock("clock of a host 2 h ahead", 2),
        Clock("clock of a host 2 h behind", -2),
        Fault.While("kill -9 of PostgreSQL (control database)", "control server", 500, static world => world.ControlServer.KillAsync(), static world => world.ControlServer.StartAgainAsync()),
        Fault.While("kill -9 of PostgreSQL (source)", "source server", 500, static world => world.SourceServer.KillAsync(), static world => world.SourceServer.StartAgainAsync()),
        Fault.While("kill -9 of MariaDB (source)", "MariaDB server", 500, static world => world.MariaDbServer.KillAsync(), static world => world.MariaDbServer.StartAgainAsync()),
        Fault.While("disk of the control database full", "control server", 4000, Do(static world => world.ControlDisk.Fill()), Do(static world => world.ControlDisk.Free())),
    ];

    private static Fault Paused(string name, int hold) => new(name, "hosts", hold, world =>
    {
        var host = world.Hosts[world.Random.Next(2)];

        // Two hosts on the same units: the other one goes on while this one holds its leases.
        foreach (var unit in world.History.Units.Take(8))
        {
            world.Jobs.Load(unit);
        }

        host.Pause();
        return Task.FromResult<Func<Task>>(() =>
        {
            host.Resume();
            return Task.CompletedTask;
        });
    });

    private static Fault Clock(string name, int hours) => Fault.While(
        name, "clock", 4000, Do(world => world.Clock.Shift(hours)), Do(static world => world.Clock.Shift(0)));

    private static Func<ChaosWorld, Task> Do(Action<ChaosWorld> action) => world => Task.Run(() => action(world));
}
