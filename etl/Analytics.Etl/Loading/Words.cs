namespace Analytics.Etl.Loading;

/// <summary>Words of contract columns that several processes share, in the order of their numbers in ClickHouse.</summary>
internal static class Words
{
    public static readonly string[] Categories = ["large_family", "low_income"];

    public static readonly string[] AidKinds = ["conditional", "unconditional"];
}
