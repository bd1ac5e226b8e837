using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Etl.Sources;

/// <summary>Count, money and fingerprint of a unit's rows, by group; computed alike by the source in SQL and by the loader from the rows it read.</summary>
public sealed class UnitTotals
{
    /// <summary>Divides the parts of a group's key; no part contains it.</summary>
    public const char Separator = '\u001f';

    private readonly Dictionary<string, GroupTotals> groups = new(StringComparer.Ordinal);

    public long Rows { get; private set; }

    public long MoneyTiyn { get; private set; }

    public void Add(string group, GroupTotals totals)
    {
        groups[group] = groups.GetValueOrDefault(group) + totals;
        Rows += totals.Rows;
        MoneyTiyn += totals.MoneyTiyn;
    }

    public bool IsSameAs(UnitTotals other) =>
        groups.Count == other.groups.Count && groups.All(group => other.groups.TryGetValue(group.Key, out var totals) && totals == group.Value);

    /// <summary>Hexadecimal digest of all groups: two snapshots with the same digest hold the same rows.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (group, totals) in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{group}\n{totals.Rows},{totals.MoneyTiyn},{totals.Mix}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
