using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Analytics.ChaosTests.Reading;

/// <summary>Every message of a unit or a run and every line of a log must be one that an operator understands: no stack, no names of types, and it names what failed.</summary>
public sealed partial class Messages(Violations violations, TextWriter log)
{
    private readonly ConcurrentDictionary<string, byte> seen = new();

    public void OfUnit(string unit, string message)
    {
        if (message.Length > 0 && seen.TryAdd(Number().Replace(message, "#"), 0))
        {
            log.WriteLine($"unit {unit}: {message}");
            if (Unreadable().IsMatch(message) || !message.Contains(unit.Split('/')[0], StringComparison.Ordinal))
            {
                violations.Add($"Unreadable message of {unit}: {message}");
            }
        }
    }

    public void OfRun(string message)
    {
        if (seen.TryAdd(Number().Replace(message, "#"), 0))
        {
            log.WriteLine($"run: {message}");
            if (Unreadable().IsMatch(message))
            {
                violations.Add($"Unreadable message of a run: {message}");
            }
        }
    }

    public void OfLog(string host, string line)
    {
        log.WriteLine($"{host}: {line}");
        var said = Prefix().Replace(line, "");
        if (Stack().IsMatch(said) && seen.TryAdd(Number().Replace(said, "#"), 0))
        {
            violations.Add($"Unreadable line of {host}: {line[..Math.Min(line.Length, 600)]}");
        }
    }

    [GeneratedRegex(@"^\d\d:\d\d:\d\d \w+ [\w.]+: ")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\n|   at [A-Z]|Exception\b|\bSystem\.|Npgsql\.|0x8000")]
    private static partial Regex Unreadable();

    [GeneratedRegex(@"   at [A-Z]\w+\.|^Unhandled exception")]
    private static partial Regex Stack();

    [GeneratedRegex(@"[0-9a-f]*\d[0-9a-f]*")]
    private static partial Regex Number();
}
