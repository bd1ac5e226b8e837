using System.Globalization;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;
using ClickHouse.Driver.ADO.Parameters;

namespace Analytics.Etl.Loading;

/// <summary>
/// A table beside the fact table into which a unit is loaded and verified before its partition is replaced at once.
/// Disposing drops it; what a crash leaves is dropped at the next start.
/// </summary>
public sealed class Stage : IAsyncDisposable
{
    /// <summary>How the names of all stages begin.</summary>
    public const string Prefix = "stage_";

    private readonly ClickHouseClient client;
    private readonly Process process;
    private readonly UnitKey unit;
    private readonly string name;
    private readonly long loadId;
    private string? structure;
    private long carried;

    private Stage(ClickHouseClient client, Process process, UnitKey unit, string name, long loadId)
    {
        this.loadId = loadId;
        this.client = client;
        this.process = process;
        this.unit = unit;
        this.name = name;
    }

    /// <param name="warehouse">Warehouse.</param>
    /// <param name="process">Process.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="lease">Lease of the unit's partition; stages of its earlier holders are dropped, so that one who was paused past his lease has nothing left to publish.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Stage> OpenAsync(WarehouseConnection warehouse, Process process, UnitKey unit, Lease lease, CancellationToken cancellationToken)
    {
        var rest = $"{(lease.Name.StartsWith(Loading.Preview.LeasePrefix, StringComparison.Ordinal) ? "preview_" : "")}{process.FactTable}_{unit.Period.Partition}";
        foreach (var left in await NamesAsync(warehouse.Loader, $"^{Prefix}[0-9]+_{rest}$", cancellationToken))
        {
            await DropAsync(warehouse.Loader, left, cancellationToken);
        }

        var stage = new Stage(warehouse.Loader, process, unit, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{lease.Token}_{rest}"), lease.Token);
        // AS takes no parameter; the name is one of ours.
        await stage.ExecuteAsync($"CREATE TABLE {{stage:Identifier}} AS {process.FactTable}", cancellationToken);
        return stage;
    }

    /// <summary>Names of the stages that are there.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(ClickHouseClient client, string pattern, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        using var reader = await client.ExecuteReaderAsync(
            "SELECT name FROM system.tables WHERE database = currentDatabase() AND match(name, {pattern:String})",
            Warehouse.Engine.Parameters.Of(("pattern", pattern)),
            cancellationToken: cancellationToken);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    public static Task DropAsync(ClickHouseClient client, string name, CancellationToken cancellationToken) => client.ExecuteNonQueryAsync(
        "DROP TABLE IF EXISTS {stage:Identifier} SYNC", Warehouse.Engine.Parameters.Of(("stage", name)), cancellationToken: cancellationToken);

    /// <summary>Streams rows into the stage; the callback writes RowBinary. Memory stays at one buffer: a slow engine slows the source down.</summary>
    public async Task InsertAsync(Func<Stream, CancellationToken, Task> writeRows, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", process.RowColumns);
        var sql = $"INSERT INTO {name} ({columns}, source, load_id) SELECT {columns}, {{source:String}}, {{load:UInt64}} FROM input('{await StructureAsync(cancellationToken)}') FORMAT RowBinary";
        using var response = await client.PostStreamAsync(sql, writeRows, isCompressed: false, cancellationToken, new QueryOptions
        {
            QueryId = QueryId(),

            // A statement with a body takes its parameters from the address, where a backslash begins an escape.
            CustomSettings = new Dictionary<string, object>
            {
                ["param_source"] = unit.Source.Replace("\\", "\\\\", StringComparison.Ordinal),
                ["param_load"] = loadId,
            },
        });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Copies in what other sources have in the same partition; most often that is nothing.</summary>
    public async Task CarryOtherSourcesAsync(CancellationToken cancellationToken)
    {
        carried = Convert.ToInt64(
            await client.ExecuteScalarAsync(Sql("count_other_sources"), Parameters(process.FactTable), cancellationToken: cancellationToken), CultureInfo.InvariantCulture);
        if (carried > 0)
        {
            await ExecuteAsync(Sql("carry_other_sources"), cancellationToken);
        }
    }

    /// <summary>What ClickHouse computes of this source's rows in the stage.</summary>
    public Task<FactTotals> TotalsAsync(CancellationToken cancellationToken) =>
        FactTable.TotalsAsync(client, name, process, unit, cancellationToken);

    /// <summary>Rows and money by district and month, in the fact table and in the stage, where they differ.</summary>
    public async Task<IReadOnlyList<DistrictDifference>> DifferencesAsync(CancellationToken cancellationToken)
    {
        var differences = new List<DistrictDifference>();
        using var reader = await client.ExecuteReaderAsync(
            Sql("stage_differences"),
            [.. Parameters(process.FactTable), .. Warehouse.Engine.Parameters.Of(("district", process.FactColumns.First(column => column is "district_id" or "territory_id")))],
            cancellationToken: cancellationToken);
        while (reader.Read())
        {
            differences.Add(new DistrictDifference(
                (uint)reader.GetValue(0),
                DateOnly.FromDateTime(reader.GetDateTime(1)),
                (long)reader.GetValue(2),
                (long)reader.GetValue(3),
                reader.GetDecimal(4),
                reader.GetDecimal(5)));
        }

        return differences;
    }

    /// <summary>What ClickHouse computes of this source's rows in the fact table.</summary>
    public Task<FactTotals> PublishedTotalsAsync(CancellationToken cancellationToken) =>
        FactTable.TotalsAsync(client, process.FactTable, process, unit, cancellationToken);

    /// <summary>
    /// Replaces the fact table's partition, at once. Nothing can be replaced from an empty stage, so an emptied partition moves into it.
    /// Either way the statement names the stage: when it comes late, after the next holder of the lease dropped the stage, it fails.
    /// </summary>
    /// <param name="rows">This source's rows in the stage.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task ReplacePartitionAsync(long rows, CancellationToken cancellationToken) =>
        // PARTITION and FROM take no parameters; digits and a name of our own making.
        ExecuteAsync(
            rows + carried == 0
                ? $"ALTER TABLE {{table:Identifier}} MOVE PARTITION {unit.Period.Partition} TO TABLE {name}"
                : $"ALTER TABLE {{table:Identifier}} REPLACE PARTITION {unit.Period.Partition} FROM {name}",
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DropAsync(client, name, CancellationToken.None);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or ClickHouseServerException)
        {
            // The engine is gone, or its disk is full; stages without a lease are dropped at every check.
        }
    }

    // Names and types of the columns that are written, as the fact table has them, inside quotes.
    private async Task<string> StructureAsync(CancellationToken cancellationToken) => structure ??= Convert.ToString(
        await client.ExecuteScalarAsync(
            Sql("row_structure"),
            Warehouse.Engine.Parameters.Of(("table", process.FactTable), ("columns", process.RowColumns.ToArray())),
            cancellationToken: cancellationToken),
        CultureInfo.InvariantCulture)!;

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        client.ExecuteNonQueryAsync(sql, Parameters(process.FactTable), new QueryOptions { QueryId = QueryId() }, cancellationToken);

    private ClickHouseParameterCollection Parameters(string table) => Warehouse.Engine.Parameters.Of(
        ("stage", name),
        ("table", table),
        ("source", unit.Source),
        ("period", process.PeriodColumn),
        ("from", unit.Period.From),
        ("until", unit.Period.Until));

    private static string Sql(string file) => EtlResources.Text($"Loading/{file}.sql");

    private string QueryId() => string.Create(CultureInfo.InvariantCulture, $"{name}_{Guid.NewGuid():N}");
}
