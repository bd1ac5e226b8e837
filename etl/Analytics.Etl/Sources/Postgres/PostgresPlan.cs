using System.Text.Json;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>What PostgreSQL's plan of a mapping tells.</summary>
internal static class PostgresPlan
{
    /// <summary>All nodes of the plan.</summary>
    public static async Task<IReadOnlyList<JsonElement>> NodesAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The office's own mapping file.
        await using var command = new NpgsqlCommand($"EXPLAIN (VERBOSE, FORMAT JSON) {sql}", connection);
#pragma warning restore CA2100
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!);
        return [.. Below(plan.RootElement[0].GetProperty("Plan").Clone())];
    }

    /// <summary>Text of a node's property; empty when it has none.</summary>
    public static string Text(this JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.ToString() : "";

    /// <summary>The tables that are read, views seen through.</summary>
    public static IReadOnlyList<(string Schema, string Name)> Tables(IEnumerable<JsonElement> nodes) =>
        [.. nodes.Where(node => node.Text("Relation Name").Length > 0).Select(node => (node.Text("Schema"), node.Text("Relation Name"))).Distinct()];

    private static IEnumerable<JsonElement> Below(JsonElement node) =>
        node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().SelectMany(Below).Prepend(node) : [node];
}
