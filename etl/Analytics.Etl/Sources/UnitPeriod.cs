using System.Globalization;

namespace Analytics.Etl.Sources;

/// <summary>The period of a unit of loading: a month, a year, or the rows whose day is missing or outside 2000–2100.</summary>
/// <param name="Code"><c>2020-06</c>, <c>2020</c> or <c>undated</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after it.</param>
public sealed record UnitPeriod(string Code, DateOnly From, DateOnly Until)
{
    /// <summary>First day that facts may have.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>First day that facts may no longer have.</summary>
    public static readonly DateOnly TooLate = new(2101, 1, 1);

    public static readonly UnitPeriod Undated = new("undated", default, default);

    public bool IsUndated => Code == Undated.Code;

    public int Year => From.Year;

    /// <summary>The partition of the fact table.</summary>
    public string Partition => Code.Replace("-", "", StringComparison.Ordinal);

    /// <summary>The unit in which a day falls.</summary>
    public static UnitPeriod Of(DateOnly day, UnitSize size) => size switch
    {
        _ when day < Earliest || day >= TooLate => Undated,
        UnitSize.Month => Month(new DateOnly(day.Year, day.Month, 1)),
        _ => OfYear(day.Year),
    };

    /// <summary>Reads the code that the ledger holds.</summary>
    public static UnitPeriod Parse(string code) => code switch
    {
        "undated" => Undated,
        { Length: 4 } => OfYear(int.Parse(code, CultureInfo.InvariantCulture)),
        _ => Month(DateOnly.ParseExact(code, "yyyy-MM", CultureInfo.InvariantCulture)),
    };

    /// <summary>The unit of a partition: <c>202006</c> is the month <c>2020-06</c>.</summary>
    public static UnitPeriod OfPartition(string partition) => Parse(partition.Length == 6 ? $"{partition[..4]}-{partition[4..]}" : partition);

    public override string ToString() => Code;

    private static UnitPeriod Month(DateOnly first) => new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1));

    private static UnitPeriod OfYear(int year) =>
        new(year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
}
