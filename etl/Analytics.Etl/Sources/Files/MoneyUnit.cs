namespace Analytics.Etl.Sources.Files;

/// <summary>Units of money in headers, as the number of tiyn in one.</summary>
internal static class MoneyUnit
{
    private static readonly string[] Tenge = ["тенге", "тг", "tenge", "kzt", "тенгемен"];
    private static readonly string[] Thousand = ["тыс", "мын", "thousand", "тысяч"];
    private static readonly string[] Million = ["млн", "million", "миллион"];
    private static readonly string[] Tiyn = ["тиын", "tiyn", "тиынмен", "тиынах"];

    /// <summary>Unit named in a mapping file, or null.</summary>
    public static decimal? Named(string unit) => unit switch
    {
        "tenge" => 100,
        "tiyn" => 1,
        "thousand tenge" => 100_000,
        "million tenge" => 100_000_000,
        _ => null,
    };

    /// <summary>Takes the unit off a folded header: <c>сумма тыс тенге</c> is <c>сумма</c> in thousands.</summary>
    public static (string Header, decimal? Factor) Split(string header)
    {
        var words = header.Split(' ');
        decimal? factor = words switch
        {
            _ when words.Intersect(Million).Any() => 100_000_000,
            _ when words.Intersect(Thousand).Any() => 100_000,
            _ when words.Intersect(Tenge).Any() => 100,
            _ when words.Intersect(Tiyn).Any() => 1,
            _ => null,
        };
        return factor is null
            ? (header, null)
            : (string.Join(' ', words.Except([.. Tenge, .. Thousand, .. Million, .. Tiyn, "в", "in"])), factor);
    }
}
