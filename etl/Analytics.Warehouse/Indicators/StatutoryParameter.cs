using System.Globalization;

namespace Analytics.Warehouse.Indicators;

/// <summary>
/// National amounts by which assistance is granted, from a day on. The line of the region follows its own subsistence minimum, assigned by
/// the quarter, which is published elsewhere; since 2025 it is 35 % of the median income, not below this one.
/// </summary>
/// <param name="ValidFrom">First day; it holds to the next one's.</param>
/// <param name="Index">Monthly calculation index, tenge.</param>
/// <param name="SubsistenceMinimum">Subsistence minimum, tenge a month.</param>
/// <param name="LinePercent">Poverty line in percent of the minimum.</param>
/// <param name="PovertyLine">Poverty line, tenge a month and person.</param>
/// <param name="Note">Code of the note of the break that it makes, or null.</param>
/// <param name="IsConfirmed">False when no published source was found: the office confirms it before it is printed.</param>
/// <param name="Source">Where it was published.</param>
public sealed record StatutoryParameter(
    DateOnly ValidFrom, decimal Index, decimal SubsistenceMinimum, int LinePercent, decimal PovertyLine, string? Note, bool IsConfirmed, string Source)
{
    /// <summary>All of them, <c>statutory_parameters.csv</c>, oldest first.</summary>
    public static IReadOnlyList<StatutoryParameter> All { get; } = [.. Resources.Text("Indicators/statutory_parameters.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.TrimEnd('\r').Split(';'))
        .Select(cell => new StatutoryParameter(
            DateOnly.ParseExact(cell[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(cell[1]),
            Number(cell[2]),
            int.Parse(cell[3], CultureInfo.InvariantCulture),
            Number(cell[4]),
            cell[5].Length == 0 ? null : cell[5],
            cell[6] == "yes",
            cell[7]))];

    /// <summary>Those in force on a day, or null before the first.</summary>
    public static StatutoryParameter? On(DateOnly day) => All.LastOrDefault(parameter => parameter.ValidFrom <= day);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
