using System.Globalization;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Targets;

/// <summary>
/// From which attainment a target is met, near, behind or far behind: ordered rules, per indicator where the file has lines of its
/// own, else those of <c>*</c>. <c>status_rules.csv</c> ships with the program; a file of the settings (<c>Targets:StatusRules</c>) wins.
/// </summary>
public sealed class StatusRules
{
    /// <summary>Status of a target whose indicator has no better direction: nothing is judged.</summary>
    public const string Plan = "plan";

    private const string All = "*";

    private readonly Dictionary<string, IReadOnlyList<StatusRule>> rules;

    private StatusRules(Dictionary<string, IReadOnlyList<StatusRule>> rules) => this.rules = rules;

    /// <summary>The statuses that may be given, the best first.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["met", "near", "behind", "far_behind"];

    /// <summary>The rules that ship with the program.</summary>
    public static StatusRules Shipped { get; } = new(Read(Resources.Text("Targets/status_rules.csv"), "status_rules.csv"));

    /// <summary>The shipped rules with those of a file in their stead where it has any; the shipped ones when no file is named.</summary>
    /// <exception cref="ArgumentException">A line is not understood; the message names it.</exception>
    public static StatusRules From(string? file)
    {
        if (string.IsNullOrEmpty(file))
        {
            return Shipped;
        }

        var own = Read(File.ReadAllText(file), file);
        return new StatusRules(Shipped.rules.Where(one => !own.ContainsKey(one.Key)).Concat(own).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The rules of a text of lines <c>indicator,status,at_least</c> after a head; for tests.</summary>
    /// <exception cref="ArgumentException">A line is not understood; the message names it.</exception>
    public static StatusRules Parse(string text) => new(
        Shipped.rules.Concat(Read(text, "the rules")).GroupBy(one => one.Key).ToDictionary(one => one.Key, one => one.Last().Value, StringComparer.Ordinal));

    /// <summary>The rules of an indicator in their order.</summary>
    public IReadOnlyList<StatusRule> Of(Indicator indicator) => rules.GetValueOrDefault(indicator.Code) ?? rules[All];

    /// <summary>The status, judged on what is not rounded; null when there is nothing to judge.</summary>
    /// <param name="indicator">Indicator, whose direction tells what is good.</param>
    /// <param name="fact">Fact, or null.</param>
    /// <param name="plan">Plan of the same months, or null.</param>
    public string? Judge(Indicator indicator, decimal? fact, decimal? plan)
    {
        if (fact is not { } done || plan is not { } due)
        {
            return null;
        }

        var ordered = Of(indicator);
        return (indicator.Direction, due) switch
        {
            (Direction.Neutral, > 0) => Plan,
            // None was planned: one is too many, and there is no share of it.
            (Direction.LessIsBetter, 0) => done <= 0 ? ordered[0].Status : ordered[^1].Status,
            (_, <= 0) => null,
            // Multiplied, not divided, so that a threshold is met exactly.
            (Direction.LessIsBetter, _) => ordered.FirstOrDefault(rule => done * 100 <= (200 - rule.AtLeast) * due)?.Status ?? ordered[^1].Status,
            _ => ordered.FirstOrDefault(rule => done * 100 >= rule.AtLeast * due)?.Status ?? ordered[^1].Status,
        };
    }

    private static Dictionary<string, IReadOnlyList<StatusRule>> Read(string text, string file)
    {
        var read = new Dictionary<string, List<StatusRule>>(StringComparer.Ordinal);
        foreach (var (line, number) in text.Split('\n').Select((line, index) => (line.Trim(), index + 1)).Skip(1).Where(one => one.Item1.Length > 0))
        {
            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (cells.Length != 3
                || (cells[0] != All && IndicatorCatalogue.Find(cells[0]) is null)
                || !Statuses.Contains(cells[1])
                || !decimal.TryParse(cells[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var atLeast))
            {
                throw new ArgumentException($"{file}, line {number}: \"{line}\" is no rule. Write indicator,status,at_least: the code of an indicator or *, one of {string.Join(", ", Statuses)}, a percentage.");
            }

            var own = read.TryGetValue(cells[0], out var known) ? known : read[cells[0]] = [];
            if (own.Count > 0 && own[^1].AtLeast <= atLeast)
            {
                throw new ArgumentException($"{file}, line {number}: the rules of {cells[0]} must go down, the best status first.");
            }

            own.Add(new StatusRule(cells[1], atLeast));
        }

        return read.ToDictionary(one => one.Key, one => (IReadOnlyList<StatusRule>)one.Value, StringComparer.Ordinal);
    }
}
