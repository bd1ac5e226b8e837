using System.Globalization;

namespace Analytics.Etl.Sources;

/// <summary>Writes the statement that computes totals at the source, from a contract and a dialect's expressions. Only names of the contract and the mapping itself enter it.</summary>
internal static class TotalsSql
{
    /// <summary>The mix of <see cref="Residue"/>.</summary>
    public static readonly string ResidueSquared = string.Create(CultureInfo.InvariantCulture, $"mixed * mixed % {RowMix.Modulus}");

    /// <param name="mapping">Mapping whose rows are totalled.</param>
    /// <param name="number">The dialect's expression of a money column as the whole number of <see cref="Cell.FingerprintNumber"/>.</param>
    /// <param name="mixed">The dialect's expression of what <paramref name="mix"/> needs of a row's number columns; computed once a row.</param>
    /// <param name="mix">The dialect's expression of a row's mix (<see cref="RowMix"/>), from the column <c>mixed</c>.</param>
    /// <param name="text">The dialect's expression of a group column as text.</param>
    /// <param name="filter">Condition on the period column, or null for all rows.</param>
    /// <param name="fence">What keeps the dialect from computing the inner columns twice, or nothing.</param>
    /// <param name="day">The dialect's expression of the period column, or null for the column itself.</param>
    /// <returns>A SELECT of the period column, the group columns, rows, money and mix.</returns>
    public static string Write(
        Mapping mapping,
        Func<ContractColumn, string> number,
        Func<IReadOnlyList<ContractColumn>, string> mixed,
        string mix,
        Func<ContractColumn, string> text,
        string? filter,
        string fence = "",
        string? day = null)
    {
        var process = mapping.Process;
        var groups = process.Columns.Where(column => column.IsGroup).ToList();
        var numbers = process.Columns.Where(column => !column.IsGroup).ToList();
        var names = string.Concat(groups.Select((_, position) => string.Create(CultureInfo.InvariantCulture, $", g{position}")));
        var texts = string.Concat(groups.Select((column, position) => string.Create(CultureInfo.InvariantCulture, $", {text(column)} AS g{position}")));
        var money = string.Join(" + ", numbers
            .Where(column => column.Kind == ColumnKind.Money)
            .Select(column => string.Create(CultureInfo.InvariantCulture, $"{number(column)} % {RowMix.MoneyModulus}"))
            .DefaultIfEmpty("0"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT period_day{names}, count(*), sum(money), sum({mix})
            FROM (
            SELECT {day ?? process.PeriodColumn} AS period_day{texts}, {money} AS money, {mixed(numbers)} AS mixed
            FROM (
            {mapping.Sql}
            ) AS contract{(filter is null ? "" : " WHERE " + filter)} {fence}
            ) AS numbered
            GROUP BY period_day{names}
            """);
    }

    /// <summary>The weighted sum of a row's numbers in plain arithmetic, for dialects whose numbers are 64 bits.</summary>
    public static string Residue(IReadOnlyList<ContractColumn> numbers, Func<ContractColumn, string> number)
    {
        var weighted = string.Join(" + ", numbers.Select((column, position) => string.Create(
            CultureInfo.InvariantCulture, $"{number(column)} % {RowMix.Modulus} * {RowMix.Weight(position)}")));
        return string.Create(CultureInfo.InvariantCulture, $"({weighted}) % {RowMix.Modulus}");
    }
}
