using System.Security.Cryptography;
using System.Text;

namespace Analytics.Warehouse.Measures;

/// <summary>All measures of the lattice. A new one is a line here and a file <c>Measures/{name}.sql</c>.</summary>
public static class MeasureCatalogue
{
    private const string Payments = "fact_benefit_payment";
    private const string Recipients = "fact_benefit_recipient";
    private const string Grants = "fact_grant_application";
    private const string Microcredits = "fact_microcredit_application";
    private const string Placements = "fact_employment_placement";
    private const string Packages = "fact_social_package";
    private const string Outreach = "fact_outreach_event";

    public static IReadOnlyList<Measure> All { get; } =
    [
        new("families", MeasureRule.Distinct, Payments, HasAid: true),
        new("families_new", MeasureRule.Entered, Payments, HasAid: true) { Base = "families" },
        new("families_exited", MeasureRule.Left, Payments, HasAid: true) { Base = "families" },
        new("conditional_families", MeasureRule.Distinct, Payments),
        new("persons", MeasureRule.Distinct, Recipients, HasAid: true),
        new("person_months", MeasureRule.DistinctMonths, Recipients, HasAid: true) { Base = "persons" },
        new("children_1_6", MeasureRule.Distinct, Recipients, HasAid: true),
        new("able_bodied_persons", MeasureRule.Distinct, Recipients, HasAid: true),
        new("unemployed_persons", MeasureRule.Distinct, Recipients, HasAid: true),
        new("assigned_amount", MeasureRule.Sum, Payments, HasAid: true),
        new("paid_amount", MeasureRule.Sum, Payments, HasAid: true),
        new("allocated_amount", MeasureRule.Sum, "fact_allocation", HasCategory: false),
        new("population", MeasureRule.Stock, "fact_population", HasCategory: false),
        new("grant_applications", MeasureRule.Sum, Grants),
        new("grants_approved", MeasureRule.Sum, Grants),
        new("grants_refused", MeasureRule.Sum, Grants),
        new("grants_under_review", MeasureRule.Sum, Grants),
        new("grants_paid", MeasureRule.Sum, Grants),
        new("grant_amount", MeasureRule.Sum, Grants),
        new("grant_decision_days", MeasureRule.Median, Grants),
        new("microcredits_issued", MeasureRule.Sum, Microcredits),
        new("microcredit_amount", MeasureRule.Sum, Microcredits),
        new("placements", MeasureRule.Distinct, Placements),
        new("placements_permanent", MeasureRule.Distinct, Placements),
        new("placements_subsidised", MeasureRule.Distinct, Placements),
        new("placements_followed", MeasureRule.Distinct, Placements),
        new("placements_retained", MeasureRule.Distinct, Placements),
        new("package_children", MeasureRule.Distinct, Packages),
        new("package_amount", MeasureRule.Sum, Packages),
        new("outreach_events", MeasureRule.Sum, Outreach, HasCategory: false),
        new("outreach_attendees", MeasureRule.Sum, Outreach, HasCategory: false),
        new("wellness_elderly", MeasureRule.Distinct, "fact_wellness_course", HasCategory: false),
    ];

    /// <summary>The measure of a name, or null.</summary>
    public static Measure? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>
    /// Fingerprint of everything that decides what the lattice holds for given facts: measures, their SQL, the lattice's SQL and the
    /// territories. A publication made by another one is computed anew, whole.
    /// </summary>
    public static string Fingerprint { get; } = Hash();

    private static readonly Dictionary<string, Measure> ByName = All.ToDictionary(measure => measure.Name, StringComparer.Ordinal);

    /// <summary>The measure of a name; an unknown name is a mistake in the catalogue of indicators.</summary>
    public static Measure Get(string name) => ByName[name];

    private static string Hash()
    {
        string[] folders = ["Measures", "Publications", "Dimensions"];
        var definitions = All.Select(measure => measure.ToString()).Concat(folders.SelectMany(Resources.In).Select(Resources.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', definitions))).AsSpan(0, 16));
    }
}
