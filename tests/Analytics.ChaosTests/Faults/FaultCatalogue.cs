namespace Analytics.ChaosTests.Faults;

/// <summary>All faults, and those of the short run.</summary>
public static class FaultCatalogue
{
    private static readonly string[] Telling =
    [
        "engine: black hole", "engine: lost reply of REPLACE PARTITION", "engine: body of an insert cut", "engine: reset after some bytes",
        "control database: refuses", "control database: lost reply of the publish", "control database: lost reply of a verified load",
        "source: reset after some bytes", "source: refuses", "source: throttled",
        "MariaDB source: lost reply of a reading", "kill -9 of MariaDB (source)",
        "kill -9 of the engine", "disk of the engine full", "engine with hardly any memory", "kill -9 of a host", "a host paused past its lease",
        "kill -9 of PostgreSQL (control database)", "disk of the control database full", "kill -9 of PostgreSQL (source)",
        "clock of a host 2 h ahead", "clock of a host 2 h behind",
        "hard delete", "rows move between months", "late commit", "restore of an old backup",
        "poison rows: no month", "poison rows: unknown district", "poison rows: negative amount", "a column is renamed", "a column becomes floating point", "the file of a SQLite source is away",
        "duplicate jobs", "Hangfire puts jobs into the queue again",
    ];

    public static IReadOnlyList<Fault> All { get; } = [.. NetworkFaults.All, .. ServerFaults.All, .. SourceFaults.All];

    /// <summary>One of every family, so few that it is over in a minute; those of a host's ways by turns of one and the other.</summary>
    public static IReadOnlyList<Fault> Short { get; } = [.. Telling.Select(static (name, position) =>
    {
        var alike = All.Where(fault => fault.Name == name).ToList();
        return alike[position % alike.Count];
    })];
}
