using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.Warehouse.Indicators;

/// <summary>Cells of one publication's lattice, read by key. A cell that is not there is zero, or not reported: <see cref="FigureRules"/> tells which.</summary>
internal sealed class LatticeCells(IReadOnlyDictionary<(string Measure, uint Territory, DateOnly End, string Category, string Aid), decimal> cells)
{
    /// <summary>Value of a cell, or null when the lattice holds none.</summary>
    public decimal? this[string measure, uint territory, DateOnly end, Category category, AidKind aid] =>
        cells.TryGetValue((measure, territory, end, category.Code(), aid.Code()), out var value) ? value : null;

    public static async Task<LatticeCells> ReadAsync(
        ClickHouseClient reader,
        long publication,
        IReadOnlyCollection<string> measures,
        IReadOnlyCollection<uint> territories,
        PeriodKind kind,
        IReadOnlyCollection<DateOnly> ends,
        Boundaries boundaries,
        Category category,
        AidKind aid,
        CancellationToken cancellationToken)
    {
        var cells = new Dictionary<(string, uint, DateOnly, string, string), decimal>();
        using var rows = await reader.ExecuteReaderAsync(
            Resources.Text("Indicators/read_values.sql"),
            Parameters.Of(
                ("publication", (ulong)publication),
                ("measures", measures.ToArray()),
                ("territories", territories.ToArray()),
                ("kind", Code(kind)),
                ("ends", ends.ToArray()),
                ("category", category.Code()),
                ("aid", aid.Code()),
                ("boundaries", boundaries.Code())),
            cancellationToken: cancellationToken);
        while (rows.Read())
        {
            cells[(rows.GetString(0), rows.GetUInt32(1), DateOnly.FromDateTime(rows.GetDateTime(2)), rows.GetString(3), rows.GetString(4))] =
                WithoutTrailingZeros(rows.GetDecimal(5));
        }

        return new LatticeCells(cells);
    }

    private static string Code(PeriodKind kind) => kind == PeriodKind.YearToDate ? "ytd" : kind.Code();

    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
