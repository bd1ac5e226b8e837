using ClickHouse.Driver;

namespace Analytics.Warehouse.Engine;

/// <summary>Gives a small table of the program's own new contents.</summary>
public static class TableReplacement
{
    /// <summary>How the names of the passing tables begin.</summary>
    internal const string Prefix = "fresh_";

    /// <summary>Readers see the whole old or the whole new table.</summary>
    /// <param name="client">Connection that may change tables.</param>
    /// <param name="table">Name of the table: one of ours, never text from outside.</param>
    /// <param name="columns">Columns given.</param>
    /// <param name="rows">Rows, in the order of the columns.</param>
    /// <param name="cancellationToken">Cancels; the table is then as it was.</param>
    public static async Task ReplaceAsync(this ClickHouseClient client, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var fresh = Parameters.Of(("table", table), ("fresh", Prefix + table));
        await client.ExecuteNonQueryAsync("DROP TABLE IF EXISTS {fresh:Identifier}", fresh, cancellationToken: cancellationToken);
        // AS takes no parameter.
        await client.ExecuteNonQueryAsync($"CREATE TABLE {{fresh:Identifier}} AS {table}", fresh, cancellationToken: cancellationToken);
        await client.InsertBinaryAsync(Prefix + table, columns, rows!, cancellationToken: cancellationToken);
        await client.ExecuteNonQueryAsync("EXCHANGE TABLES {fresh:Identifier} AND {table:Identifier}", fresh, cancellationToken: cancellationToken);
        await client.ExecuteNonQueryAsync("DROP TABLE {fresh:Identifier}", fresh, cancellationToken: cancellationToken);
    }

    /// <summary>A day as Date32 holds it: that ends in 2299.</summary>
    public static DateOnly AsDate32(this DateOnly day) => day > new DateOnly(2299, 12, 31) ? new DateOnly(2299, 12, 31) : day;
}
