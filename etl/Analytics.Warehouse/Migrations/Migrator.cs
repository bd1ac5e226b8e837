using System.Globalization;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Measures;
using ClickHouse.Driver;

namespace Analytics.Warehouse.Migrations;

/// <summary>
/// Brings ClickHouse to the shape that this program knows: runs the dated files of this folder that the journal does not
/// hold, then makes what follows from the program itself anew (measure views, the territory dimension).
/// </summary>
public sealed class Migrator(WarehouseConnection connection)
{
    private const string Journal = """
        CREATE TABLE IF NOT EXISTS migration_journal (name String, checksum String, applied_at DateTime('UTC') DEFAULT now('UTC'))
        ENGINE = MergeTree ORDER BY name
        """;

    private readonly ClickHouseClient client = connection.Loader;

    /// <summary>Names of the migrations that this run applied, in order.</summary>
    /// <exception cref="EngineException">A migration that was applied has changed since, or the warehouse is newer than this program.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await client.ExecuteNonQueryAsync(Journal, cancellationToken: cancellationToken);
        var applied = await AppliedAsync(cancellationToken);
        var files = Resources.In("Migrations");
        if (applied.Keys.Except(files).FirstOrDefault() is { } unknown)
        {
            throw new EngineException($"The warehouse holds the migration {unknown}, which this program does not know: it was made by a newer version. Use that version, or restore a backup.");
        }

        var ran = new List<string>();
        foreach (var file in files)
        {
            var text = Resources.Text(file);
            var checksum = Checksum(text);
            if (!applied.TryGetValue(file, out var known))
            {
                await client.ExecuteNonQueryAsync(text.Replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ", StringComparison.Ordinal), cancellationToken: cancellationToken);
                await client.ExecuteNonQueryAsync(
                    "INSERT INTO migration_journal (name, checksum) VALUES ({name:String}, {checksum:String})",
                    Parameters.Of(("name", file), ("checksum", checksum)),
                    cancellationToken: cancellationToken);
                ran.Add(file);
            }
            else if (known != checksum)
            {
                throw new EngineException($"The migration {file} was changed after it was applied. Migrations are never edited: restore the file and write a new one.");
            }
        }

        await MakeViewsAsync(cancellationToken);
        await FillTerritoriesAsync(Territories.Shipped, cancellationToken);
        return ran;
    }

    private async Task<Dictionary<string, string>> AppliedAsync(CancellationToken cancellationToken)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = await client.ExecuteReaderAsync("SELECT name, checksum FROM migration_journal", cancellationToken: cancellationToken);
        while (reader.Read())
        {
            applied[reader.GetString(0)] = reader.GetString(1);
        }

        return applied;
    }

    private async Task MakeViewsAsync(CancellationToken cancellationToken)
    {
        foreach (var measure in MeasureCatalogue.All.Where(measure => measure.Base is null))
        {
            await client.ExecuteNonQueryAsync(
                $"CREATE OR REPLACE VIEW {measure.View} AS {Resources.Text($"Measures/{measure.Name}.sql")}", cancellationToken: cancellationToken);
        }
    }

    private async Task FillTerritoriesAsync(Territories territories, CancellationToken cancellationToken)
    {
        var versions = territories.All.SelectMany(territory => territory.Versions).Select(version => new object?[]
        {
            version.TerritoryId, version.Slug, version.Kind.ToString().ToLowerInvariant(), version.Kato, version.ParentId,
            version.ValidFrom.AsDate32(), version.ValidTo.AsDate32(), version.SortOrder, version.NameRu, version.NameKk, version.NameEn,
        });
        await client.ReplaceAsync(
            "dim_territory",
            ["territory_id", "slug", "kind", "kato", "parent_id", "valid_from", "valid_to", "sort_order", "name_ru", "name_kk", "name_en"],
            versions,
            cancellationToken);
    }

    private static string Checksum(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
