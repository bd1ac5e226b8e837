namespace Analytics.Warehouse.Facts;

/// <summary>
/// The columns in which facts may be read, by business process. The numbers that the sources give their rows are not among them: with
/// those a row could be looked up where it has a name.
/// </summary>
public static class FactColumns
{
    private static readonly FactColumn District = new("district_id", FactColumnKind.Territory);
    private static readonly FactColumn Settlement = new("settlement_code", FactColumnKind.Settlement);
    private static readonly FactColumn Category = new("category", FactColumnKind.Code);
    private static readonly FactColumn Aid = new("aid", FactColumnKind.Code);
    private static readonly FactColumn Source = new("source", FactColumnKind.Text);
    private static readonly FactColumn Load = new("load_id", FactColumnKind.Number);

    private static readonly Dictionary<string, IReadOnlyList<FactColumn>> ByProcess = new(StringComparer.Ordinal)
    {
        ["benefit_payments"] = [Day("month"), District, Settlement, Key("household_key"), Category, Aid, Money("assigned"), Money("paid"), Source, Load],
        ["benefit_recipients"] = [Day("month"), District, Settlement, Key("person_key"), Category, Aid, Number("child_1_6"), Number("able_bodied"), Number("unemployed"), Source, Load],
        ["social_packages"] = [Day("month"), District, Settlement, Key("child_key"), Category, Money("amount"), Source, Load],
        ["grant_applications"] = [Day("received_on"), District, Settlement, Key("applicant_key"), Category, Code("status"), Day("decided_on"), Day("paid_on"), Money("amount"), Text("refusal_reason"), Source, Load],
        ["microcredit_applications"] = [Day("received_on"), District, Settlement, Key("applicant_key"), Category, Code("status"), Day("issued_on"), Money("amount"), Source, Load],
        ["employment_placements"] = [Day("placed_on"), District, Settlement, Key("person_key"), Category, Code("kind"), Code("retained_6m"), Source, Load],
        ["outreach_events"] = [Day("held_on"), District, Text("topic"), Number("attendees"), Source, Load],
        ["wellness_courses"] = [Day("started_on"), District, Key("person_key"), Text("programme"), Source, Load],
    };

    /// <summary>The processes whose facts may be read.</summary>
    public static IReadOnlyCollection<string> Processes => ByProcess.Keys;

    /// <summary>The columns of a process, or null when its facts may not be read or there is none of that name.</summary>
    public static IReadOnlyList<FactColumn>? Of(string process) => ByProcess.GetValueOrDefault(process);

    private static FactColumn Day(string name) => new(name, FactColumnKind.Day);

    private static FactColumn Key(string name) => new(name, FactColumnKind.Key);

    private static FactColumn Money(string name) => new(name, FactColumnKind.Money);

    private static FactColumn Number(string name) => new(name, FactColumnKind.Number);

    private static FactColumn Code(string name) => new(name, FactColumnKind.Code);

    private static FactColumn Text(string name) => new(name, FactColumnKind.Text);
}
