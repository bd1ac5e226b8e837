using System.Text.RegularExpressions;

namespace Analytics.Warehouse.Engine;

/// <summary>ClickHouse's errors in words for an operator.</summary>
public static partial class WarehouseFailure
{
    /// <summary>What happened, in one sentence, and what to do where that is known.</summary>
    public static string Message(Exception exception)
    {
        var first = exception.GetBaseException().Message.Split('\n')[0].Trim();
        return Coded().Match(first) is { Success: true } coded
            ? $"{coded.Groups["what"].Value.TrimEnd('.', ' ')} (ClickHouse error {coded.Groups["code"].Value}).{Advice(coded.Groups["code"].Value)}"
            : first.TrimEnd('.') + ".";
    }

    private static string Advice(string code) => code switch
    {
        "241" => " Give the engine more memory (Engine:MemoryLimitMegabytes), or load less at a time.",
        "243" => " The disk of ClickHouse is full: free some space.",
        _ => "",
    };

    // Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space. (NOT_ENOUGH_SPACE) (version 26.7.2.1)
    [GeneratedRegex(@"^Code: (?<code>\d+)\. DB::\w+: (?<what>.*?)(?: \([A-Z_0-9]+\))?(?: \(version [^)]*\)+)?\.?$")]
    private static partial Regex Coded();
}
