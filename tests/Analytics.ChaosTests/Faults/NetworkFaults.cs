using Analytics.ChaosTests.Proxy;
using Analytics.ChaosTests.Running;
using Analytics.ChaosTests.Sources;

namespace Analytics.ChaosTests.Faults;

/// <summary>Faults of the ways between hosts and databases, for each host of its own.</summary>
public static class NetworkFaults
{
    public static IEnumerable<Fault> All { get; } = [.. OfHost(0), .. OfHost(1), .. OfSource("source", "social", static world => world.ToSource), .. OfSource("MariaDB source", "east", static world => world.ToMariaDb)];

    private static IEnumerable<Fault> OfSource(string what, string source, Func<ChaosWorld, TcpProxy> proxy) =>
    [
        .. Usual(what, what, proxy),
        Long(what, what, proxy),
        Of($"{what}: lost reply of a reading", what, 2500, proxy, static _ => ProxyMode.DropReplyOf("AS contract WHERE"), unit => unit.Source == source),
    ];

    private static IEnumerable<Fault> OfHost(int host)
    {
        var (engine, control) = ($"engine of {host}", $"control of {host}");
        TcpProxy Engine(ChaosWorld world) => world.ToEngine[host];
        TcpProxy Control(ChaosWorld world) => world.ToControl[host];
        return
        [
            .. Usual("engine", engine, Engine),
            .. Usual("control database", control, Control),
            Long("engine", engine, Engine),
            Of("engine: lost reply of REPLACE PARTITION", engine, 3500, Engine, static _ => ProxyMode.DropReplyOf("REPLACE PARTITION"), static _ => true),
            Of("engine: lost reply of an insert", engine, 2500, Engine, static _ => ProxyMode.DropReplyOf("query=INSERT"), static _ => true),
            Of("engine: body of an insert cut", engine, 2500, Engine, static world => ProxyMode.CutAfter(world.Random.Next(300, 3000), "query=INSERT"), static _ => true),
            Of("control database: lost reply of the publish", control, 5000, Control, static _ => ProxyMode.DropReplyOf("UPDATE publication", "UPDATE publication", "COMMIT"), static _ => true),
            Of("control database: lost reply of a verified load", control, 3000, Control, static _ => ProxyMode.DropReplyOf("UPDATE load_unit"), static _ => true),
            Of("control database: lost reply of a lease", control, 2500, Control, static _ => ProxyMode.DropReplyOf("INSERT INTO lease"), static _ => true),
            Of("control database: away for longer than a lease", control, 8000, Control, static _ => ProxyMode.BlackHole),
        ];
    }

    private static IEnumerable<Fault> Usual(string what, string resource, Func<ChaosWorld, TcpProxy> proxy) =>
    [
        Of($"{what}: refuses", resource, 2500, proxy, static _ => ProxyMode.Refuse),
        Fault.Once($"{what}: connections reset", resource, world =>
        {
            proxy(world).ResetNow();
            return Task.CompletedTask;
        }),
        Of($"{what}: reset after some bytes", resource, 2500, proxy, static world => ProxyMode.ResetAfter(world.Random.Next(100, 4000))),
        Of($"{what}: black hole", resource, 6000, proxy, static _ => ProxyMode.BlackHole),
        Of($"{what}: delay", resource, 3000, proxy, static world => ProxyMode.Delay(world.Random.Next(20, 300))),
        Of($"{what}: throttled", resource, 3000, proxy, static world => ProxyMode.Throttle(world.Random.Next(4_000, 40_000))),
    ];

    private static Fault Long(string what, string resource, Func<ChaosWorld, TcpProxy> proxy) => Of($"{what}: away for long", resource, 10_000, proxy, static _ => ProxyMode.Refuse);

    private static Fault Of(string name, string resource, int hold, Func<ChaosWorld, TcpProxy> proxy, Func<ChaosWorld, ProxyMode> mode, Func<Unit, bool>? loads = null) => new(name, resource, hold, world =>
    {
        proxy(world).Mode = mode(world);
        if (loads is not null)
        {
            foreach (var unit in world.History.Units.Where(loads).OrderBy(_ => world.Random.Next()).Take(4))
            {
                world.Jobs.Load(unit);
            }
        }

        return Task.FromResult<Func<Task>>(() =>
        {
            world.Harmed.AddOrUpdate(name, proxy(world).Hits, (_, before) => before + proxy(world).Hits);
            proxy(world).Mode = ProxyMode.Pass;
            return Task.CompletedTask;
        });
    });
}
