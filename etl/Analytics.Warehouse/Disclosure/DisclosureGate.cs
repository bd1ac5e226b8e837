using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Publications;
using ClickHouse.Driver;

namespace Analytics.Warehouse.Disclosure;

/// <summary>
/// The one gate that every figure passes on its way to a reader. For the office it is open. For the public a figure goes through when both
/// its parts are shown; else it is hidden, with all its numbers. What the gate knows nothing of is hidden.
/// </summary>
internal sealed class DisclosureGate
{
    private readonly bool isOpen;
    private readonly IReadOnlyDictionary<int, ProtectionState> years;
    private readonly HashSet<(string Measure, uint Territory, DateOnly End, Category Category, AidKind Aid)> hidden;

    private DisclosureGate(bool isOpen, IReadOnlyDictionary<int, ProtectionState> years, HashSet<(string, uint, DateOnly, Category, AidKind)> hidden) =>
        (this.isOpen, this.years, this.hidden) = (isOpen, years, hidden);

    /// <summary>For the office.</summary>
    public static DisclosureGate Open { get; } = new(true, new Dictionary<int, ProtectionState>(), []);

    /// <summary>For an audience: what is hidden among the cells that a question reads.</summary>
    /// <param name="reader">ClickHouse.</param>
    /// <param name="audience">Audience.</param>
    /// <param name="publication">Number of the publication.</param>
    /// <param name="indicators">Indicators asked for.</param>
    /// <param name="grounds">Land of the territories asked for.</param>
    /// <param name="kind">Kind of the periods.</param>
    /// <param name="ends">Last days of the periods.</param>
    /// <param name="category">Category.</param>
    /// <param name="aid">Kind of aid.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<DisclosureGate> ForAsync(
        ClickHouseClient reader,
        Audience audience,
        long publication,
        IReadOnlyCollection<Indicator> indicators,
        IReadOnlyCollection<Ground?> grounds,
        PeriodKind kind,
        IReadOnlyCollection<DateOnly> ends,
        Category category,
        AidKind aid,
        CancellationToken cancellationToken)
    {
        if (audience == Audience.Internal)
        {
            return Open;
        }

        var before = await ProtectionTables.ReadAsync(reader, publication, cancellationToken);
        var hidden = new HashSet<(string, uint, DateOnly, Category, AidKind)>();
        if (ends.Count > 0)
        {
            using var rows = await reader.ExecuteReaderAsync(
                Resources.Text("Disclosure/read_hidden.sql"),
                Parameters.Of(
                    ("publication", (ulong)publication),
                    ("measures", indicators.SelectMany(indicator => indicator.Measures).Select(measure => measure.Name).Distinct().ToArray()),
                    ("territories", grounds.OfType<Ground>().Select(ground => ground.CellId).ToArray()),
                    ("kind", kind.Code()),
                    ("ends", ends.ToArray()),
                    ("category", category.Code()),
                    ("aid", aid.Code()),
                    ("boundaries", grounds.OfType<Ground>().Select(ground => ground.Boundaries.Code()).Distinct().ToArray())),
                cancellationToken: cancellationToken);
            while (rows.Read())
            {
                hidden.Add((rows.GetString(0), rows.GetUInt32(1), DateOnly.FromDateTime(rows.GetDateTime(2)), Codes.Read<Category>(rows.GetString(3)), Codes.Read<AidKind>(rows.GetString(4))));
            }
        }

        // Protected anew meanwhile, by another rule: what was read is of neither. Years that changed between are closed.
        var after = (await ProtectionTables.ReadAsync(reader, publication, cancellationToken)).Select(year => (year.Year, year.Run)).ToHashSet();
        return new DisclosureGate(
            isOpen: false,
            before.Where(year => after.Contains((year.Year, year.Run))).ToDictionary(year => year.Year, year => year.State),
            hidden);
    }

    /// <summary>True for the office, which sees all.</summary>
    public bool IsOpen => isOpen;

    /// <summary>The figure as the audience may see it.</summary>
    /// <param name="figure">Figure.</param>
    /// <param name="indicator">Indicator.</param>
    /// <param name="ground">Land; null where there is none, and no figure.</param>
    /// <param name="period">Period.</param>
    /// <param name="category">Category.</param>
    /// <param name="aid">Kind of aid.</param>
    /// <param name="isEstimated">True of a measure whose cell was divided by shares: it tells what it was divided from, so it is not public.</param>
    public Figure Pass(Figure figure, Indicator indicator, Ground? ground, Period period, Category category, AidKind aid, Func<Measure, bool> isEstimated) =>
        isOpen || ground is null || !figure.HasValue || indicator.Measures.All(measure => IsShown(measure, ground, period, category, aid, isEstimated)) ? figure : Figure.Absent(ValueState.Hidden);

    /// <summary>Lets nobody by who asks for a year that has no public edition.</summary>
    /// <param name="asked">Years of the periods asked for; at least one of those that have figures must be ready.</param>
    /// <param name="publication">Publication.</param>
    /// <exception cref="NotPublicException">None is.</exception>
    public void Require(IEnumerable<int> asked, Publication publication)
    {
        var covered = isOpen ? [] : asked.Distinct().Where(year => publication.Coverage.Values.Any(months => months.First.Year <= year && year <= months.Last.Year)).ToList();
        if (covered.Count > 0 && covered.TrueForAll(year => StateOf(year) != ProtectionState.Protected))
        {
            throw new NotPublicException(covered[^1], StateOf(covered[^1]));
        }
    }

    private ProtectionState StateOf(int year) => years.GetValueOrDefault(year, ProtectionState.Pending);

    private bool IsShown(Measure measure, Ground ground, Period period, Category category, AidKind aid, Func<Measure, bool> isEstimated)
    {
        if (DisclosureRules.Kind(measure.Name) == DisclosureKind.Open)
        {
            return true;
        }

        var cell = (measure.Name, ground.CellId, period.LastDay, measure.HasCategory ? category : Category.All, measure.HasAid ? aid : AidKind.All);
        return StateOf(period.Year) == ProtectionState.Protected
            && DisclosureRules.IsInPublicLattice(new LatticeKey(measure.Name, ground.Boundaries, ground.CellId, period.Kind, period.LastDay, cell.Item4, cell.Item5))
            && !hidden.Contains(cell)
            && !isEstimated(measure);
    }
}
