using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>A message as JSON: <c>{"code":"source.broke_off","arguments":["social",…]}</c>. Of text the numbers that may be people's are taken out.</summary>
internal static class LoadMessageJson
{
    // It is written into no page as it is.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="message">Message.</param>
    /// <param name="longest">Of several messages those are kept whose English text together is not longer.</param>
    /// <returns>JSON; empty when no part of the message has a code.</returns>
    public static string Write(LoadMessage message, int longest)
    {
        if (!HasCode(message))
        {
            return "";
        }

        var length = 0;
        var kept = message.Code.Length > 0
            ? message
            : new LoadMessage("", [.. message.Arguments.TakeWhile(part => (length += part.ToString()!.Length + 1) <= longest)]);
        return Node(kept, longest)!.ToJsonString(Options);
    }

    public static LoadMessage? Read(string json)
    {
        try
        {
            return json.Length == 0 ? null : Argument(JsonNode.Parse(json)) as LoadMessage;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static bool HasCode(LoadMessage message) => message.Code.Length > 0 || message.Arguments.OfType<LoadMessage>().Any(HasCode);

    private static JsonNode? Node(object argument, int longest) => argument switch
    {
        LoadMessage message => new JsonObject { ["code"] = message.Code, ["arguments"] = new JsonArray([.. message.Arguments.Select(one => Node(one, longest))]) },
        UnitKey unit => new JsonObject { ["source"] = unit.Source, ["process"] = unit.Process, ["period"] = unit.Period.Code },
        Process process => new JsonObject { ["process"] = process.Name },
        Rejection rejection => new JsonObject { ["rule"] = rejection.Rule, ["column"] = rejection.Column },
        DateTimeOffset moment => new JsonObject { ["moment"] = moment.ToUnixTimeMilliseconds() },
        int or long => Convert.ToInt64(argument, null),
        decimal number => number,
        _ => PersonalNumbers.Remove(argument.ToString()!) is var text && text.Length > longest ? text[..longest] : text,
    };

    private static object Argument(JsonNode? node) => node switch
    {
        JsonObject message when message["arguments"] is JsonArray arguments => new LoadMessage((string)message["code"]!, [.. arguments.Select(Argument)]),
        JsonObject unit when unit["period"] is { } period => new UnitKey((string)unit["source"]!, (string)unit["process"]!, UnitPeriod.Parse((string)period!)),
        JsonObject process when process["process"] is { } name => Processes.Find((string)name!) ?? (object)(string)name!,
        JsonObject rejection when rejection["rule"] is { } rule => new Rejection((string)rule!, (string)rejection["column"]!),
        JsonObject moment => DateTimeOffset.FromUnixTimeMilliseconds((long)moment["moment"]!),
        JsonValue value when value.TryGetValue<long>(out var whole) => whole,
        JsonValue value when value.TryGetValue<decimal>(out var number) => number,
        _ => (string?)node ?? "",
    };
}
