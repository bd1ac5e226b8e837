using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary>What a command says of a run that came to its end.</summary>
internal static class RunReport
{
    /// <returns>Exit code.</returns>
    public static async Task<int> WriteAsync(RunResult result, bool json)
    {
        var (units, published) = (result.Units, result.Published);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    run = result.Run.Number,
                    units = units.Select(unit => new
                    {
                        source = unit.Source, table = unit.Process, period = unit.Period,
                        outcome = unit.State.Code(), rows = unit.RowCount, load = unit.LoadId, message = unit.Message,
                    }),
                    failures = result.Failures,
                    publication = published?.Number,
                    published = published?.Outcome.Code(),
                },
                ValueJson.Options));
        }
        else
        {
            var counts = string.Join(", ", units.GroupBy(unit => unit.State).Select(state => $"{state.Count()} {state.Key.Code()}"));
            Console.WriteLine(units.Count == 0 ? NothingDue(result.Failures) : $"{units.Count} units: {counts}; {units.Where(unit => unit.State == RunUnitState.Loaded).Sum(unit => unit.RowCount)} rows.");
            if (published is not null)
            {
                Console.WriteLine(published.Number is { } number ? $"Publication {number}: {published.Outcome.Code()}." : $"Not published: {published.Outcome.Code()}.");
            }
        }

        await WriteFailuresAsync(result.Failures.Concat(units.Where(unit => unit.State is RunUnitState.Failed or RunUnitState.Held).Select(unit => unit.Message)));
        return result.Run.State == RunState.Done ? 0 : 1;
    }

    /// <summary>What a dry run found.</summary>
    /// <returns>Exit code.</returns>
    public static async Task<int> WriteDueAsync(IReadOnlyList<UnitKey> due, IReadOnlyList<string> failures, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    units = due.Select(unit => new { source = unit.Source, table = unit.Process, period = unit.Period.Code, outcome = LoadOutcome.Due.Code() }),
                    failures,
                },
                ValueJson.Options));
        }
        else
        {
            Console.WriteLine(due.Count == 0 ? NothingDue(failures) : $"{due.Count} units are due.");
            foreach (var unit in due)
            {
                Console.WriteLine($"  {unit}");
            }
        }

        await WriteFailuresAsync(failures);
        return failures.Count > 0 ? 1 : 0;
    }

    /// <summary>What is said when no unit is due. A table that could not be compared may well differ.</summary>
    public static string NothingDue(IReadOnlyCollection<string> failures) => failures.Count == 0
        ? "Nothing differs from its source."
        : "Not everything could be compared, see below. Nothing else differs from its source.";

    private static async Task WriteFailuresAsync(IEnumerable<string> failures)
    {
        foreach (var message in failures)
        {
            await Console.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
        }
    }
}
