using System.Globalization;

namespace Analytics.Etl.Sources;

/// <summary>Writes the statement that computes totals at the source, from a contract and a dialect's expressions. Only names of the contract and the mapping itself enter it.</summary>
internal static class TotalsSql
{
    /// <param name="mapping">Mapping whose rows are totalled.</param>
    /// <param name="number">The dialect's expression of a money column as the whole number of <see cref="Cell.FingerprintNumber"/>.</param>
    /// <param name="mix">The dialect's expression of a row's mix (<see cref="RowMix"/>).</param>
    /// <param name="filter">Condition on the period column, or null for all rows.</param>
    /// <param name="day">The dialect's expression of the period column, or null for the column itself.</param>
    /// <returns>A SELECT of the period column, rows, money and mix.</returns>
    public static string Write(
        Mapping mapping, Func<ContractColumn, string> number, Func<IReadOnlyList<ContractColumn>, string> mix, string? filter, string? day = null)
    {
        var columns = mapping.Process.Columns;
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT period_day, count(*), sum(money), sum(mix)
            FROM (
            SELECT {day ?? mapping.Process.PeriodColumn} AS period_day, {Money(columns, number)} AS money, {mix(columns)} AS mix
            FROM (
            {mapping.Sql}
            ) AS contract{(filter is null ? "" : " WHERE " + filter)}
            ) AS numbered
            GROUP BY period_day
            """);
    }

    /// <summary>A row's money: the sum of its money columns, each below the bound that keeps garbage from overflowing.</summary>
    public static string Money(IReadOnlyList<ContractColumn> columns, Func<ContractColumn, string> number) => string.Join(" + ", columns
        .Where(column => column.Kind == ColumnKind.Money)
        .Select(column => string.Create(CultureInfo.InvariantCulture, $"{number(column)} % {RowMix.MoneyModulus}"))
        .DefaultIfEmpty("0"));

    /// <summary>A row's mix in plain arithmetic, for dialects whose numbers are 64 bits.</summary>
    /// <param name="columns">The contract.</param>
    /// <param name="residue">The dialect's expression of a column's number or of one that leaves the same remainder, of at most 32 bits.</param>
    public static string Mix(IReadOnlyList<ContractColumn> columns, Func<ContractColumn, string> residue)
    {
        var weighted = string.Join(" + ", columns.Select((column, position) => string.Create(CultureInfo.InvariantCulture, $"{residue(column)} * {RowMix.Weight(position)}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"({weighted}) % {RowMix.Modulus} * (({residue(columns[0])} * {RowMix.RowFactor} + {RowMix.RowTerm}) % {RowMix.Modulus}) % {RowMix.Modulus}");
    }
}
