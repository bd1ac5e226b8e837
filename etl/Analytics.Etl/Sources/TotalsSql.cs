using System.Globalization;
using System.Text;

namespace Analytics.Etl.Sources;

/// <summary>Writes the statement that computes totals at the source, from a contract and a dialect's expressions. Only names of the contract and the mapping itself enter it.</summary>
internal static class TotalsSql
{
    /// <param name="mapping">Mapping whose rows are totalled.</param>
    /// <param name="number">The dialect's expression of a column as the whole number of <see cref="Cell.FingerprintNumber"/>.</param>
    /// <param name="text">The dialect's expression of a group column as text.</param>
    /// <param name="filter">Condition on the period column, or null for all rows.</param>
    /// <returns>A SELECT of the period column, the group columns, rows, money and mix.</returns>
    public static string Write(Mapping mapping, Func<ContractColumn, string> number, Func<ContractColumn, string> text, string? filter)
    {
        var process = mapping.Process;
        var groups = process.Columns.Where(column => column.IsGroup).ToList();
        var numbers = process.Columns.Where(column => !column.IsGroup).ToList();
        var weighted = numbers.Select((column, position) => string.Create(
            CultureInfo.InvariantCulture, $"{number(column)} % {RowMix.Modulus} * {RowMix.Weight(position)}"));
        var money = numbers.Where(column => column.Kind == ColumnKind.Money).Select(column => string.Create(
            CultureInfo.InvariantCulture, $"{number(column)} % {RowMix.MoneyModulus}"));
        var sql = new StringBuilder()
            .Append("SELECT period_day");
        foreach (var position in Enumerable.Range(0, groups.Count))
        {
            sql.Append(CultureInfo.InvariantCulture, $", g{position}");
        }

        sql.Append(CultureInfo.InvariantCulture, $", count(*), sum(money), sum(residue * residue % {RowMix.Modulus}) FROM (SELECT period_day");
        foreach (var position in Enumerable.Range(0, groups.Count))
        {
            sql.Append(CultureInfo.InvariantCulture, $", g{position}");
        }

        sql.Append(CultureInfo.InvariantCulture, $", money, weighted % {RowMix.Modulus} AS residue FROM (SELECT {process.PeriodColumn} AS period_day");
        foreach (var (column, position) in groups.Select((column, position) => (column, position)))
        {
            sql.Append(CultureInfo.InvariantCulture, $", {text(column)} AS g{position}");
        }

        sql.Append(CultureInfo.InvariantCulture, $", {string.Join(" + ", money.DefaultIfEmpty("0"))} AS money, {string.Join(" + ", weighted)} AS weighted FROM (")
            .Append('\n').Append(mapping.Sql).Append("\n) AS contract");
        if (filter is not null)
        {
            sql.Append(" WHERE ").Append(filter);
        }

        sql.Append(") AS numbered) AS mixed GROUP BY period_day");
        foreach (var position in Enumerable.Range(0, groups.Count))
        {
            sql.Append(CultureInfo.InvariantCulture, $", g{position}");
        }

        return sql.ToString();
    }
}
