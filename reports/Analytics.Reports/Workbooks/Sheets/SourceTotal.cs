using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>What was verified in one table of a source for the months of a workbook and, where the figures are plain sums of its rows, what the workbook has of it.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Table">Table.</param>
/// <param name="Units">Months or years verified.</param>
/// <param name="Rows">Rows verified.</param>
/// <param name="VerifiedAt">When the last of them was found equal.</param>
/// <param name="Total">Rows or money of the source, money in tenge; null where figures are no sum of rows.</param>
/// <param name="Cells">Cells of the workbook that add up to it; null with the total.</param>
/// <param name="InWorkbook">What the cells hold.</param>
internal sealed record SourceTotal(
    string Source, string Table, int Units, long Rows, DateTimeOffset VerifiedAt, decimal? Total, IReadOnlyList<string>? Cells, decimal InWorkbook)
{
    // Figures that are nothing but the sum of a table's rows or of all its money.
    private static readonly Dictionary<string, (bool IsMoney, string[] Indicators)> Sums = new(StringComparer.Ordinal)
    {
        ["fact_benefit_payment"] = (true, ["assigned_amount", "paid_amount"]),
        ["fact_allocation"] = (true, ["allocated_amount"]),
        ["fact_social_package"] = (true, ["package_amount"]),
        ["fact_grant_application"] = (false, ["grant_applications"]),
        ["fact_outreach_event"] = (false, ["outreach_events"]),
    };

    /// <summary>The tables behind a workbook's indicators, by source and table.</summary>
    public static IReadOnlyList<SourceTotal> Of(PackContent content, WorkbookIndex index)
    {
        var facts = content.Shown.SelectMany(indicator => indicator.Measures).Select(measure => measure.Fact).ToHashSet(StringComparer.Ordinal);
        return [.. content.Answer.Publication.Units
            .Where(unit => unit.Rows > 0 && facts.Contains(FactTables.OfProcess(unit.Table) ?? "") && IsWithin(unit, content.Period))
            .GroupBy(unit => (unit.Source, unit.Table))
            .Select(group => Of(content, index, [.. group]))];
    }

    private static SourceTotal Of(PackContent content, WorkbookIndex index, IReadOnlyList<PublishedUnit> units)
    {
        var (source, table) = (units[0].Source, units[0].Table);
        var total = new SourceTotal(source, table, units.Count, units.Sum(unit => unit.Rows), units.Max(unit => unit.VerifiedAt), null, null, 0);
        if (!IsWhole(content, table, units) || !Sums.TryGetValue(FactTables.OfProcess(table)!, out var sum))
        {
            return total;
        }

        var values = sum.Indicators.Select(code => content.Answer.Values.FirstOrDefault(value => value.Indicator.Code == code && value.Territory == content.Subject)).ToList();
        var cells = values.Select(value => value is null ? null : index.Find(value.Indicator, content.Answer)).ToList();
        return cells.Contains(null) || values.Exists(value => value?.Figure.Value is null)
            ? total
            : total with { Total = sum.IsMoney ? units.Sum(unit => unit.Amount) : total.Rows, Cells = [.. cells.OfType<string>()], InWorkbook = values.Sum(value => value!.Figure.Value!.Value) };
    }

    // Only the whole region on the boundaries of the day, all families, from one source alone, and units that lie within the period.
    private static bool IsWhole(PackContent content, string table, IReadOnlyList<PublishedUnit> units) =>
        content.Subject.Kind == TerritoryKind.Region
        && content.Answer.Query is { Boundaries: Boundaries.AsReported, Category: Category.All, Aid: AidKind.All }
        && content.Answer.Publication.Units.Where(unit => unit.Table == table && unit.Rows > 0 && IsWithin(unit, content.Period)).All(unit => unit.Source == units[0].Source)
        && units.All(unit => Period.TryParse(unit.Period, out var period) && content.Period.FirstDay <= period.FirstDay && period.LastDay <= content.Period.LastDay);

    private static bool IsWithin(PublishedUnit unit, Period period) =>
        Period.TryParse(unit.Period, out var own) && own.FirstDay <= period.LastDay && period.FirstDay <= own.LastDay;
}
