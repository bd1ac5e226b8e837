using System.Globalization;

namespace Analytics.Etl.Sources;

/// <summary>A range of the rows' own numbers, by which a big unit is read in parts.</summary>
/// <param name="From">Smallest number, or null without a limit; rows without a number belong to this range.</param>
/// <param name="Until">First number after the range, or null without a limit.</param>
internal sealed record KeyRange(long? From, long? Until)
{
    /// <summary>Rows from which a part is worth a connection of its own.</summary>
    public const long WorthAPart = 100_000;

    public static readonly KeyRange All = new(null, null);

    /// <summary>Ranges of the same width that together hold every row once; fewer when the rows are few.</summary>
    public static IReadOnlyList<KeyRange> Divide(long smallest, long largest, long rows, int parts)
    {
        var count = (int)Math.Clamp(rows / WorthAPart, 1, parts);
        var width = ((Int128)largest - smallest) / count + 1;
        return
        [
            .. Enumerable.Range(0, count).Select(part => new KeyRange(
                part == 0 ? null : (long)(smallest + width * part),
                part == count - 1 ? null : (long)Int128.Min(smallest + width * (part + 1), long.MaxValue))),
        ];
    }

    /// <summary>The range as a condition that follows another; empty for all rows.</summary>
    public string Condition(string key) => (From, Until) switch
    {
        (null, null) => "",
        (null, { } until) => string.Create(CultureInfo.InvariantCulture, $" AND ({key} IS NULL OR {key} < {until})"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $" AND {key} >= {from}"),
        ({ } from, { } until) => string.Create(CultureInfo.InvariantCulture, $" AND {key} >= {from} AND {key} < {until}"),
    };
}
