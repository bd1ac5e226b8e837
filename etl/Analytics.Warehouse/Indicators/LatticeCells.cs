using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.Warehouse.Indicators;

/// <summary>Cells of one publication's lattice, read by key. A cell that is not there is zero, or not reported: <see cref="FigureRules"/> tells which.</summary>
internal sealed class LatticeCells(
    IReadOnlyDictionary<(string Measure, uint Territory, DateOnly End, string Category, string Aid), decimal> cells,
    IReadOnlySet<(string Measure, uint Territory, DateOnly End, string Category, string Aid)>? estimated = null,
    IReadOnlySet<(string Measure, uint Territory, DateOnly End, string Category, string Aid)>? indivisible = null)
{
    /// <summary>True when a part of the value was divided by declared shares of residents, because the facts do not tell where in a divided district they belong.</summary>
    public bool IsEstimated(string measure, uint territory, DateOnly end, Category category, AidKind aid) =>
        estimated?.Contains((measure, territory, end, category.Code(), aid.Code())) == true;

    /// <summary>True when the cell cannot be computed for that reason: a median is not divided by shares.</summary>
    public bool IsIndivisible(string measure, uint territory, DateOnly end, Category category, AidKind aid) =>
        indivisible?.Contains((measure, territory, end, category.Code(), aid.Code())) == true;

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
        IReadOnlyCollection<Boundaries> boundaries,
        Category category,
        AidKind aid,
        CancellationToken cancellationToken)
    {
        var cells = new Dictionary<(string, uint, DateOnly, string, string), decimal>();
        HashSet<(string, uint, DateOnly, string, string)> estimated = [], indivisible = [];
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
                ("boundaries", boundaries.Select(Codes.Code).ToArray())),
            cancellationToken: cancellationToken);
        while (rows.Read())
        {
            var key = (rows.GetString(0), rows.GetUInt32(1), DateOnly.FromDateTime(rows.GetDateTime(2)), rows.GetString(3), rows.GetString(4));
            switch (rows.GetByte(6))
            {
                case 2:
                    indivisible.Add(key);
                    continue;
                case 1:
                    estimated.Add(key);
                    break;
            }

            cells[key] = WithoutTrailingZeros(rows.GetDecimal(5));
        }

        return new LatticeCells(cells, estimated, indivisible);
    }

    private static string Code(PeriodKind kind) => kind == PeriodKind.YearToDate ? "ytd" : kind.Code();

    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
