using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Publications;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Warehouse.Indicators;

/// <summary>
/// Reads cells of the lattice. What was read is remembered by its question, because a publication never changes: the board that
/// everybody opens at the meeting is read once.
/// </summary>
internal sealed class LatticeReader(WarehouseConnection warehouse) : IDisposable
{
    // About a hundred bytes each.
    private const int MostCells = 400_000;

    private readonly MemoryCache remembered = new(new MemoryCacheOptions { SizeLimit = MostCells });

    /// <summary>The cells of some measures on some ground, for the category and kind of aid and for all.</summary>
    /// <param name="publication">Publication.</param>
    /// <param name="measures">Measures.</param>
    /// <param name="grounds">Land of the territories asked for.</param>
    /// <param name="kind">Kind of the periods.</param>
    /// <param name="ends">Last days of the periods.</param>
    /// <param name="category">Category.</param>
    /// <param name="aid">Kind of aid.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<LatticeCells> ReadAsync(
        Publication publication,
        IEnumerable<Measure> measures,
        IEnumerable<Ground> grounds,
        PeriodKind kind,
        IEnumerable<DateOnly> ends,
        Category category,
        AidKind aid,
        CancellationToken cancellationToken)
    {
        string[] names = [.. measures.Select(measure => measure.Name).Distinct()];
        uint[] territories = [.. grounds.Select(ground => ground.CellId).Distinct()];
        string[] boundaries = [.. grounds.Select(ground => ground.Boundaries.Code()).Distinct()];
        DateOnly[] days = [.. ends.Distinct()];
        // The day of publication too: after a backup was restored, numbers are given again.
        var question = string.Join(
            '|',
            [publication.Number, publication.PublishedAt.UtcTicks, kind, category, aid, string.Join(',', names), string.Join(',', territories), string.Join(',', boundaries), string.Join(',', days.Select(day => day.DayNumber))]);
        if (remembered.TryGetValue(question, out LatticeCells? known))
        {
            return known!;
        }

        var cells = await ReadAsync(
            Parameters.Of(
                ("publication", (ulong)publication.Number),
                ("measures", names),
                ("territories", territories),
                ("kind", kind.Code()),
                ("ends", days),
                ("category", category.Code()),
                ("aid", aid.Code()),
                ("boundaries", boundaries)),
            cancellationToken);
        remembered.Set(question, cells, new MemoryCacheEntryOptions { Size = cells.Count + 1 });
        return cells;
    }

    public void Dispose() => remembered.Dispose();

    private async Task<LatticeCells> ReadAsync(ClickHouse.Driver.ADO.Parameters.ClickHouseParameterCollection parameters, CancellationToken cancellationToken)
    {
        var cells = new Dictionary<(string, uint, DateOnly, Category, AidKind), decimal>();
        HashSet<(string, uint, DateOnly, Category, AidKind)> estimated = [], indivisible = [];
        using var rows = await warehouse.Reader.ExecuteReaderAsync(Resources.Text("Indicators/read_values.sql"), parameters, cancellationToken: cancellationToken);
        while (rows.Read())
        {
            var key = (
                string.Intern(rows.GetString(0)), rows.GetUInt32(1), DateOnly.FromDateTime(rows.GetDateTime(2)), Codes.Read<Category>(rows.GetString(3)), Codes.Read<AidKind>(rows.GetString(4)));
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

    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
