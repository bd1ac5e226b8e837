using Analytics.ChaosTests.Proxy;
using Analytics.ChaosTests.Running;

namespace Analytics.ChaosTests.Faults;

/// <summary>Faults of the ways between hosts and databases.</summary>
public static class NetworkFaults
{
    public static IEnumerable<Fault> All { get; } =
    [
        .. Usual("engine", static (world, host) => world.ToEngine[host]),
        .. Usual("control database", static (world, host) => world.ToControl[host]),
        .. Usual("source", static (world, _) => world.ToSource),
        Of("engine", "lost reply of REPLACE PARTITION", 4000, static (world, host) => world.ToEngine[host], static _ => ProxyMode.DropReplyOf("REPLACE PARTITION")),
        Of("engine", "lost reply of an insert", 2500, static (world, host) => world.ToEngine[host], static _ => ProxyMode.DropReplyOf("FORMAT RowBinary")),
        Of("engine", "body of an insert is cut", 2500, static (world, host) => world.ToEngine[host], static world => ProxyMode.CutAfter(world.Random.Next(200, 4000), "FORMAT RowBinary")),
        Of("control database", "lost reply of the publish", 5000, static (world, host) => world.ToControl[host], static _ => ProxyMode.DropReplyOf("UPDATE publication", "UPDATE publication", "COMMIT")),
        Of("control database", "lost reply of a verified load", 3000, static (world, host) => world.ToControl[host], static _ => ProxyMode.DropReplyOf("UPDATE load_unit")),
        Of("control database", "lost reply of a lease", 2500, static (world, host) => world.ToControl[host], static _ => ProxyMode.DropReplyOf("INSERT INTO lease")),
        Of("engine", "away for long", 10_000, static (world, host) => world.ToEngine[host], static _ => ProxyMode.Refuse),
        Of("source", "away for long", 10_000, static (world, _) => world.ToSource, static _ => ProxyMode.Refuse),
        Of("control database", "away for longer than a lease", 8000, static (world, host) => world.ToControl[host], static _ => ProxyMode.BlackHole),
    ];

    private static IEnumerable<Fault> Usual(string what, Func<ChaosWorld, int, TcpProxy> proxy) =>
    [
        Of(what, "refuses", 2500, proxy, static _ => ProxyMode.Refuse),
        Fault.Once($"{what}: connections reset", what, world =>
        {
            proxy(world, world.Random.Next(2)).ResetNow();
            return Task.CompletedTask;
        }),
        Of(what, "reset after some bytes", 2500, proxy, static world => ProxyMode.ResetAfter(world.Random.Next(100, 20_000))),
        Of(what, "black hole", 6000, proxy, static _ => ProxyMode.BlackHole),
        Of(what, "delay", 3000, proxy, static world => ProxyMode.Delay(world.Random.Next(20, 300))),
        Of(what, "throttled", 3000, proxy, static world => ProxyMode.Throttle(world.Random.Next(4_000, 40_000))),
    ];

    private static Fault Of(string what, string how, int hold, Func<ChaosWorld, int, TcpProxy> proxy, Func<ChaosWorld, ProxyMode> mode) => new($"{what}: {how}", what, hold, world =>
    {
        var chosen = proxy(world, world.Random.Next(2));
        chosen.Mode = mode(world);
        return Task.FromResult<Func<Task>>(() =>
        {
            chosen.Mode = ProxyMode.Pass;
            return Task.CompletedTask;
        });
    });
}
