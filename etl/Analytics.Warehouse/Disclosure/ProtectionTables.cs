using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.Warehouse.Disclosure;

/// <summary>Reads publication_protection.</summary>
public static class ProtectionTables
{
    /// <summary>The years of a publication that were looked at; a year that is not among them is pending.</summary>
    public static async Task<IReadOnlyList<YearProtection>> ReadAsync(ClickHouseClient client, long publication, CancellationToken cancellationToken)
    {
        var years = new List<YearProtection>();
        using var rows = await client.ExecuteReaderAsync(
            Resources.Text("Disclosure/read_protection.sql"), Parameters.Of(("publication", (ulong)publication)), cancellationToken: cancellationToken);
        while (rows.Read())
        {
            years.Add(new YearProtection(
                rows.GetUInt16(0),
                rows.GetString(1) == "protected" ? ProtectionState.Protected : ProtectionState.Refused,
                rows.GetString(2),
                (long)rows.GetUInt64(3),
                (long)rows.GetUInt64(4),
                (long)rows.GetUInt64(5),
                rows.GetDouble(6),
                rows.GetUInt64(7)));
        }

        return years;
    }
}
