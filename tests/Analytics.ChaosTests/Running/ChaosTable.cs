using System.Globalization;
using System.Text;

namespace Analytics.ChaosTests.Running;

/// <summary>The table that docs/operations.md shows.</summary>
public static class ChaosTable
{
    public static string Write(IReadOnlyCollection<FaultOutcome> outcomes, IReadOnlyDictionary<string, int> harmed)
    {
        var table = new StringBuilder("| fault | times | connections harmed | violations | median time to recover |\n|---|---:|---:|---:|---:|\n");
        foreach (var fault in outcomes.GroupBy(outcome => outcome.Fault).OrderBy(fault => fault.Key, StringComparer.Ordinal))
        {
            var times = fault.Select(outcome => outcome.Recovered.TotalSeconds).Order().ToList();
            table.Append(CultureInfo.InvariantCulture, $"| {fault.Key} | {times.Count} | {(harmed.TryGetValue(fault.Key, out var hits) ? hits : "")} | {fault.Sum(outcome => outcome.Violations)} | {times[times.Count / 2]:0.0} s |\n");
        }

        return table.ToString();
    }
}
