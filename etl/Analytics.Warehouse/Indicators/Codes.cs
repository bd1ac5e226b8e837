using System.Text.Json;

namespace Analytics.Warehouse.Indicators;

/// <summary>The snake_case codes by which enumerations appear in addresses, commands, the API and the database.</summary>
public static class Codes
{
    /// <summary>The code of an enumeration's value: <c>Category.LargeFamily</c> is <c>large_family</c>.</summary>
    public static string Code<TEnum>(this TEnum value) where TEnum : struct, Enum => Names<TEnum>.Of[value];

    /// <summary>Reads a code; false when it is none of the enumeration's.</summary>
    public static bool TryParse<TEnum>(string? code, out TEnum value) where TEnum : struct, Enum =>
        Names<TEnum>.From.TryGetValue(code ?? "", out value);

    /// <summary>All codes of an enumeration, in its order.</summary>
    public static IReadOnlyCollection<string> All<TEnum>() where TEnum : struct, Enum => Names<TEnum>.From.Keys;

    private static class Names<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Of =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, TEnum> From = Of.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
