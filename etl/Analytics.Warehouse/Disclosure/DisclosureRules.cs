using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Disclosure;

/// <summary>
/// What the figures of each measure rest on, and what everybody knows of two measures in one cell. A measure that is not listed here is
/// hidden from the public, whole.
/// </summary>
public static class DisclosureRules
{
    private static readonly Dictionary<string, DisclosureKind> Kinds = new(StringComparer.Ordinal)
    {
        ["allocated_amount"] = DisclosureKind.Open,
        ["population"] = DisclosureKind.Open,
        ["outreach_events"] = DisclosureKind.Open,
        ["families"] = DisclosureKind.Count,
        ["families_new"] = DisclosureKind.Count,
        ["families_exited"] = DisclosureKind.Count,
        ["conditional_families"] = DisclosureKind.Count,
        ["persons"] = DisclosureKind.Count,
        ["children_1_6"] = DisclosureKind.Count,
        ["able_bodied_persons"] = DisclosureKind.Count,
        ["unemployed_persons"] = DisclosureKind.Count,
        ["grant_applications"] = DisclosureKind.Count,
        ["grants_approved"] = DisclosureKind.Count,
        ["grants_refused"] = DisclosureKind.Count,
        ["microcredits_issued"] = DisclosureKind.Count,
        ["placements"] = DisclosureKind.Count,
        ["placements_permanent"] = DisclosureKind.Count,
        ["placements_subsidised"] = DisclosureKind.Count,
        ["placements_followed"] = DisclosureKind.Count,
        ["placements_retained"] = DisclosureKind.Count,
        ["package_children"] = DisclosureKind.Count,
        ["outreach_attendees"] = DisclosureKind.Count,
        ["wellness_elderly"] = DisclosureKind.Count,
        ["person_months"] = DisclosureKind.Amount,
        ["assigned_amount"] = DisclosureKind.Amount,
        ["paid_amount"] = DisclosureKind.Amount,
        ["grant_amount"] = DisclosureKind.Amount,
        ["microcredit_amount"] = DisclosureKind.Amount,
        ["package_amount"] = DisclosureKind.Amount,
        ["grant_decision_days"] = DisclosureKind.Derived,
        // A handful of people who still wait, or who were approved and not paid yet.
        ["grants_under_review"] = DisclosureKind.Closed,
        ["grants_paid"] = DisclosureKind.Closed,
    };

    /// <summary>
    /// Where the first is hidden the second is, too. Both ways where one can be computed from the other by a price that everybody knows
    /// (grants, packages), or where they are nearly the same number (assigned and paid).
    /// </summary>
    public static IReadOnlyList<(string Hidden, string Too)> HiddenTogether { get; } =
    [
        ("families", "persons"), ("families", "person_months"), ("families", "children_1_6"),
        ("families", "able_bodied_persons"), ("families", "unemployed_persons"),
        ("families", "assigned_amount"), ("families", "paid_amount"),
        ("assigned_amount", "paid_amount"), ("paid_amount", "assigned_amount"),
        ("persons", "person_months"),
        ("grants_approved", "grant_amount"), ("grant_amount", "grants_approved"),
        ("microcredits_issued", "microcredit_amount"), ("microcredit_amount", "microcredits_issued"),
        ("package_children", "package_amount"), ("package_amount", "package_children"),
        ("grants_approved", "grant_decision_days"), ("grants_refused", "grant_decision_days"),
    ];

    /// <summary>True of the pairs that hold in months only: the price of a package is one of a month.</summary>
    public static bool IsOfMonths(string hidden) => hidden == "package_amount";

    /// <summary>Counts that contain each other: the first is never more than the second.</summary>
    public static IReadOnlyList<(string Less, string More)> Contained { get; } =
    [
        ("families", "persons"), ("families_new", "families"), ("children_1_6", "persons"), ("able_bodied_persons", "persons"),
        ("unemployed_persons", "able_bodied_persons"), ("conditional_families", "families"),
        ("grants_approved", "grant_applications"), ("grants_refused", "grant_applications"),
        ("placements_permanent", "placements"), ("placements_subsidised", "placements"),
        ("placements_retained", "placements_followed"), ("package_children", "children_1_6"),
    ];

    /// <summary>Wholes and their parts, as <see cref="CellSystem.AddParts"/> reads them.</summary>
    public static IReadOnlyList<(string Whole, string[] Parts)> Parts { get; } =
    [
        ("grant_applications", ["grants_approved", "grants_refused"]),
        ("placements", ["placements_permanent", "placements_subsidised"]),
        ("placements", ["placements_followed"]),
    ];

    /// <summary>Shares whose rest is about people, too: base minus part, such as those who were placed and did not stay.</summary>
    public static IReadOnlyList<(string Base, string Part)> Rests { get; } =
    [
        ("families", "conditional_families"),
        ("grant_applications", "grants_approved"),
        ("placements", "placements_permanent"),
        ("placements_followed", "placements_retained"),
        ("children_1_6", "package_children"),
    ];

    /// <summary>The count that an amount rests on.</summary>
    public static string CountOf(string amount) => amount switch
    {
        "assigned_amount" or "paid_amount" => "families",
        "grant_amount" => "grants_approved",
        "microcredit_amount" => "microcredits_issued",
        "package_amount" => "package_children",
        "person_months" => "persons",
        _ => throw new ArgumentOutOfRangeException(nameof(amount), amount, "No count is known for it."),
    };

    /// <summary>The kind of a measure, or null when nobody has said what it tells about people.</summary>
    public static DisclosureKind? Kind(string measure) => Kinds.TryGetValue(measure, out var kind) ? kind : null;

    /// <summary>Measures whose years hang together: who is new or gone is counted against the year before.</summary>
    public static IReadOnlyList<string> Chained { get; } = ["families", "families_new", "families_exited"];

    private const uint Region = 1;

    // Nearly every child is given one, so that a month tells of the few who are not.
    private static readonly HashSet<string> Packages = ["package_children", "package_amount"];

    // A district has a handful of these in a month.
    private static readonly HashSet<string> Rare =
    [
        "grant_applications", "grants_approved", "grants_refused", "grant_amount", "grant_decision_days", "microcredits_issued", "microcredit_amount",
        "placements", "placements_permanent", "placements_subsidised", "placements_followed", "placements_retained", "wellness_elderly",
    ];

    /// <summary>
    /// The cells that the public edition consists of (decision 0011): of all families months, quarters and January to the end of each quarter;
    /// of a category or a kind of aid, never of both at once, quarters and January to the end of each quarter. Nearly all small numbers are
    /// among the others, which are hidden whole. So is everything on other boundaries than those of the day.
    /// </summary>
    public static bool IsInPublicLattice(LatticeKey key)
    {
        var isDivided = key.Category != Indicators.Category.All || key.Aid != Indicators.AidKind.All;
        return key.Boundaries is not (Indicators.Boundaries.Current or Indicators.Boundaries.Common)
            && Kind(key.Measure) is not (null or DisclosureKind.Closed)
            && (key.Category == Indicators.Category.All || (key.Aid == Indicators.AidKind.All && key.Measure != "conditional_families"))
            && (key.Kind == Indicators.PeriodKind.Month ? !isDivided : key.End.Month % 3 == 0)
            && (!Rare.Contains(key.Measure) || IsInRareLattice(key, isDivided))
            && (!Packages.Contains(key.Measure) || key is { Territory: Region } or { Kind: not Indicators.PeriodKind.Month });
    }

    private static bool IsInRareLattice(LatticeKey key, bool isDivided) => key.Kind == Indicators.PeriodKind.YearToDate && key.End.Month == 12
        ? key.Territory == Region || !isDivided
        : key is { Territory: Region, Kind: not Indicators.PeriodKind.Month } && !isDivided;

    /// <summary>True of measures whose figures can be hidden.</summary>
    public static bool IsAboutPeople(Measure measure) => Kind(measure.Name) is not DisclosureKind.Open;
}
