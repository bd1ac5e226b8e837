using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Npgsql;

namespace Analytics.Benchmarks;

/// <summary>
/// Loads benefit payments from PostgreSQL with everything on (snapshot, rules, keys, stage, both verifications, publishing of
/// the partition), beside ClickHouse reading the same table by itself, in turns.
/// </summary>
internal static class LoadBench
{
    private const int Months = 4;

    public static async Task RunAsync(int rows, int rounds, CancellationToken cancellationToken)
    {
        await using var postgres = await PostgresCluster.StartAsync(cancellationToken);
        await FillAsync(postgres, rows, cancellationToken);
        using var folder = new TemporaryFolder();
        Configure(folder.Path, postgres);
        await using var host = await CommandHost.OpenAsync(folder.Path, cancellationToken);
        var warehouse = host.Get<WarehouseConnection>();
        await warehouse.Loader.ExecuteNonQueryAsync("CREATE TABLE copied_payment AS fact_benefit_payment", cancellationToken: cancellationToken);

        var (server, self) = (postgres.ProcessId, Environment.ProcessId);
        double Everybody() => ProcessorTime.Seconds(server, self);
        var (bare, keyed, plain, load, check) = (new Measured(Everybody), new Measured(Everybody), new Measured(Everybody), new Measured(Everybody), new Measured(Everybody));
        var peak = 0.0;
        var ofHost = new Measured(static () => Environment.CpuUsage.TotalTime.TotalSeconds);
        // The first round warms all of them up and is not counted.
        for (var round = -1; round < rounds; round++)
        {
            Measured Of(Measured times) => round < 0 ? new Measured(Everybody) : times;
            await Of(bare).AddAsync(() => ReadBareAsync(postgres, cancellationToken));
            await Of(keyed).AddAsync(() => InsertSelectAsync(warehouse, postgres, Sql.Text("insert_select"), cancellationToken));
            await Of(plain).AddAsync(() => InsertSelectAsync(warehouse, postgres, WithoutKey(), cancellationToken));
            PeakMemory.Reset();
            await Of(load).AddAsync(() => (round < 0 ? new Measured() : ofHost).AddAsync(() => LoadAsync(host, rows, cancellationToken)));
            peak = Math.Max(peak, PeakMemory.Megabytes());
            await Of(check).AddAsync(() => CheckAsync(host, cancellationToken));
        }

        string[] Row(string what, Measured times) =>
        [
            what,
            (times.Median / 1000).ToString("0.00", CultureInfo.InvariantCulture),
            (rows / times.Median).ToString("0", CultureInfo.InvariantCulture),
            (load.Median / times.Median).ToString("0.00", CultureInfo.InvariantCulture),
            (times.Processor * 1e6 / rows).ToString("0.00", CultureInfo.InvariantCulture),
            (load.Processor / times.Processor).ToString("0.00", CultureInfo.InvariantCulture),
        ];
        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"Loading {rows:N0} benefit payments in {Months} units, medians of {rounds} rounds"),
            ["", "seconds", "thousand rows/s", "load takes so many times as long", "processor µs a row, all processes", "load needs so many times as much"],
            Row("load, everything on", load),
            Row("INSERT … SELECT FROM postgresql() with HMAC()", keyed),
            Row("INSERT … SELECT FROM postgresql() without", plain),
            Row("bare COPY … BINARY", bare),
            Row("find the unchanged source unchanged", check));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nPeak memory of the host: {peak:0} MB. Processor time of the host: {ofHost.Processor * 1e6 / rows:0.00} µs a row."));
    }

    private static async Task FillAsync(PostgresCluster postgres, int rows, CancellationToken cancellationToken)
    {
        var firstDay = new DateOnly(2020, 1, 1);
        var districts = Territories.Shipped.On(firstDay).Skip(1).Select(territory => territory.On(firstDay)!.Kato).ToArray();
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await ExecuteAsync(Sql.Text("create_payment"));
        await ExecuteAsync(Sql.Text("fill_payment"), (long)rows, Months, districts);
        await ExecuteAsync("CREATE INDEX ON payment (month)");
        await ExecuteAsync("VACUUM (ANALYZE, FREEZE) payment");

        async Task ExecuteAsync(string sql, params object[] parameters)
        {
            await using var command = source.CreateCommand(sql);
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void Configure(string folder, PostgresCluster postgres)
    {
        var mappings = Directory.CreateDirectory(Path.Combine(folder, "mappings"));
        File.WriteAllText(Path.Combine(mappings.FullName, "benefit_payments.sql"), Sql.Text("benefit_payments"));
        File.WriteAllText(Path.Combine(folder, "analytics.json"), JsonSerializer.Serialize(new
        {
            Sources = new[] { new { Name = "bench", Kind = "postgresql", Connection = "bench", Mapping = mappings.FullName } },
            ConnectionStrings = new { bench = postgres.ConnectionString },
        }));
    }

    private static async Task ReadBareAsync(PostgresCluster postgres, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY ({Sql.Text("benefit_payments")}) TO STDOUT (FORMAT BINARY)", cancellationToken);
        var buffer = new byte[1 << 18];
        while (await stream.ReadAsync(buffer, cancellationToken) > 0)
        {
        }
    }

    private static async Task InsertSelectAsync(WarehouseConnection warehouse, PostgresCluster postgres, string sql, CancellationToken cancellationToken)
    {
        await warehouse.Loader.ExecuteNonQueryAsync("TRUNCATE TABLE copied_payment", cancellationToken: cancellationToken);
        await warehouse.Loader.ExecuteNonQueryAsync(
            sql,
            Parameters.Of(
                ("secret", new string('k', 32)),
                ("address", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{postgres.Port}")),
                ("database", PostgresCluster.Database),
                ("user", PostgresCluster.User),
                ("password", PostgresCluster.Password)),
            cancellationToken: cancellationToken);
    }

    private static string WithoutKey() => Sql.Text("insert_select").Replace(
        "reinterpretAsUInt64(reverse(substring(HMAC('sha256', concat(char(2), case_number), {secret:String}), 1, 8)))", "sipHash64(case_number)", StringComparison.Ordinal);

    private static async Task LoadAsync(CommandHost host, int rows, CancellationToken cancellationToken)
    {
        var loaded = 0L;
        for (var month = 1; month <= Months; month++)
        {
            var period = Analytics.Etl.Sources.UnitPeriod.Parse(string.Create(CultureInfo.InvariantCulture, $"2020-{month:00}"));
            var result = await host.Get<LoadRun>().LoadAsync(new UnitKey("bench", "benefit_payments", period), LoadOptions.Usual, cancellationToken);
            loaded += result.Outcome == LoadOutcome.Loaded ? result.Rows : throw new InvalidOperationException(result.Message);
        }

        if (loaded != rows)
        {
            throw new InvalidOperationException($"{loaded} of {rows} rows were loaded.");
        }
    }

    private static async Task CheckAsync(CommandHost host, CancellationToken cancellationToken)
    {
        var (due, failures) = await host.Get<LoadRun>().FindDueAsync(null, null, static _ => true, mark: false, withHeld: false, cancellationToken);
        if (due.Count + failures.Count > 0)
        {
            throw new InvalidOperationException($"{due.Count} units are due, though nothing changed. {string.Join(' ', failures)}");
        }
    }
}
