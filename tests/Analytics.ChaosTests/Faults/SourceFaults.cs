using System.Globalization;
using Analytics.ChaosTests.Running;
using Analytics.ChaosTests.Sources;

namespace Analytics.ChaosTests.Faults;

/// <summary>What sources do to those who read them, and what the queue of jobs does.</summary>
public static class SourceFaults
{
    public static IEnumerable<Fault> All { get; } =
    [
        Fault.Once("hard delete", "rows", static world => Any(world).DeleteHardAsync()),
        Fault.Once("rows move between months", "rows", static world => Any(world).MoveAsync(6)),
        Fault.Once("late commit", "rows", static world => world.Tables[world.Random.Next(2)].CommitLateAsync(TimeSpan.FromSeconds(3))),
        Fault.While("restore of an old backup", "backup", 3000, static async world =>
        {
            var table = Any(world);
            var backup = table.Backup();
            for (var change = 0; change < 4; change++)
            {
                await table.WriteAsync();
                await Task.Delay(300);
            }

            await table.RestoreAsync(backup);
        }, static _ => Task.CompletedTask),
        Poison("no month", "NULL", "'631000000'", "'P-1'", "'low_income'", "100"),
        Poison("month of another century", "'1899-12-01'", "'631000000'", "'P-1'", "'low_income'", "100"),
        Poison("unknown district", "'2024-02-01'", "'999999999'", "'P-1'", "'low_income'", "100"),
        Poison("no person", "'2024-03-01'", "'631000000'", "NULL", "'low_income'", "100"),
        Poison("empty person", "'2024-03-01'", "'631000000'", "''", "'low_income'", "100"),
        Poison("unknown category", "'2024-04-01'", "'631000000'", "'P-1'", "'other'", "100"),
        Poison("negative amount", "'2024-05-01'", "'631000000'", "'P-1'", "'low_income'", "-100"),
        Poison("amount beyond all measure", "'2024-06-01'", "'631000000'", "'P-1'", "'low_income'", "9000000000000000000"),
        Poison("no amount", "'2024-06-01'", "'631000000'", "'P-1'", "'low_income'", "NULL"),
        Column("a column is renamed", "ALTER TABLE {0} RENAME COLUMN category TO kind", "ALTER TABLE {0} RENAME COLUMN kind TO category"),
        Column("a column becomes text", "ALTER TABLE {0} ALTER COLUMN {1} TYPE text USING {1}::text", "ALTER TABLE {0} ALTER COLUMN {1} TYPE bigint USING {1}::bigint"),
        Column("a column becomes floating point", "ALTER TABLE {0} ALTER COLUMN {1} TYPE double precision", "ALTER TABLE {0} ALTER COLUMN {1} TYPE bigint"),
        Fault.While("the table is away", "columns", 2500, static world => world.Tables[1].ExecuteAsync("ALTER TABLE package RENAME TO package_away"), static world => world.Tables[1].ExecuteAsync("ALTER TABLE package_away RENAME TO package")),
        Fault.While("the file of a SQLite source is away", "sqlite", 2500, static world => MoveFileAsync(world, world.SqliteFile, world.SqliteFile + ".away"), static world => MoveFileAsync(world, world.SqliteFile + ".away", world.SqliteFile)),
        Fault.Once("duplicate jobs", "queue", static world => Task.Run(() =>
        {
            var unit = AnyUnit(world);
            for (var copy = 0; copy < 4; copy++)
            {
                world.Jobs.Load(unit);
                world.Jobs.Check();
                world.Jobs.Publish();
            }
        })),
        Fault.Once("Hangfire puts jobs into the queue again", "queue", static world => Task.Run(() =>
        {
            world.Jobs.Load(AnyUnit(world));
            world.Jobs.RequeueLast(5);
        })),
    ];

    private static SourceTable Any(ChaosWorld world) => world.Tables[world.Random.Next(world.Tables.Count)];

    private static Unit AnyUnit(ChaosWorld world) => world.History.Units.ElementAt(world.Random.Next(world.History.Units.Count));

    // Three bad rows, more than one in a hundred, in a table of any source.
    private static Fault Poison(string name, string month, string district, string person, string category, string amount) => new($"poison rows: {name}", "poison", 2500, async world =>
    {
        var table = Any(world);
        for (var row = 1; row <= 3; row++)
        {
            await table.ExecuteAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"INSERT INTO {table.Name} VALUES ({-row}, {month}, {district}, NULL, {person}, {category}, {(table.Name == "payment" ? $"'conditional', 100, {amount}" : amount)})"));
        }

        return () => table.ExecuteAsync($"DELETE FROM {table.Name} WHERE row_id < 0");
    });

    private static Fault Column(string name, string spoil, string heal) => new(name, "columns", 2500, async world =>
    {
        var table = world.Tables[world.Random.Next(2)];
        string Of(string sql) => string.Format(CultureInfo.InvariantCulture, sql, table.Name, table.Name == "payment" ? "paid_tiyn" : "amount_tiyn");
        await table.ExecuteAsync(Of(spoil));
        return () => table.ExecuteAsync(Of(heal));
    });

    private static async Task MoveFileAsync(ChaosWorld world, string from, string to)
    {
        // A file that is moved while somebody writes loses its journal.
        using var stopped = await world.Tables[2].StopWritingAsync();
        File.Move(from, to);
    }
}
