using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Warehouse.Indicators;

/// <summary>The snake_case codes by which enumerations appear in addresses, commands, the API and the database.</summary>
public static class Codes
{
    /// <summary>The code of an enumeration's value: <c>Category.LargeFamily</c> is <c>large_family</c>, if its member names no other.</summary>
    public static string Code<TEnum>(this TEnum value) where TEnum : struct, Enum => Names<TEnum>.Of[value];

    /// <summary>Reads a code; false when it is none of the enumeration's.</summary>
    public static bool TryParse<TEnum>(string? code, out TEnum value) where TEnum : struct, Enum =>
        Names<TEnum>.From.TryGetValue(code ?? "", out value);

    /// <summary>The value of a code that we wrote ourselves, as the database gives it back.</summary>
    /// <exception cref="InvalidOperationException">It is none of the enumeration's.</exception>
    public static TEnum Read<TEnum>(string code) where TEnum : struct, Enum =>
        TryParse<TEnum>(code, out var value) ? value : throw new InvalidOperationException($"The database holds {code}, which is no {typeof(TEnum).Name}.");

    /// <summary>All codes of an enumeration, in its order.</summary>
    public static IReadOnlyCollection<string> All<TEnum>() where TEnum : struct, Enum => Names<TEnum>.From.Keys;

    private static class Names<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Of =
            Enum.GetValues<TEnum>().ToDictionary(value => value, CodeOf);

        public static readonly Dictionary<string, TEnum> From = Of.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        private static string CodeOf(TEnum value) =>
            typeof(TEnum).GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }
}
