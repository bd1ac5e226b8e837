namespace Analytics.Warehouse.Facts;

/// <summary>Which fact table each business process fills.</summary>
public static class FactTables
{
    /// <summary>The lists of settlements: a dimension, loaded and verified as facts are.</summary>
    public const string Settlements = "dim_settlement";

    private static readonly Dictionary<string, string> ByProcess = new(StringComparer.Ordinal)
    {
        ["benefit_payments"] = "fact_benefit_payment",
        ["benefit_recipients"] = "fact_benefit_recipient",
        ["social_packages"] = "fact_social_package",
        ["grant_applications"] = "fact_grant_application",
        ["microcredit_applications"] = "fact_microcredit_application",
        ["employment_placements"] = "fact_employment_placement",
        ["outreach_events"] = "fact_outreach_event",
        ["wellness_courses"] = "fact_wellness_course",
        ["population"] = "fact_population",
        ["targets"] = "fact_target",
        ["allocations"] = "fact_allocation",
        ["settlements"] = Settlements,
    };

    /// <summary>The table that a process fills, or null for an unknown process.</summary>
    public static string? OfProcess(string process) => ByProcess.GetValueOrDefault(process);

    /// <summary>Column with the day of a table's facts; facts of a month have its first day.</summary>
    public static string DayOf(string fact) => fact switch
    {
        "fact_grant_application" or "fact_microcredit_application" => "received_on",
        "fact_employment_placement" => "placed_on",
        "fact_outreach_event" => "held_on",
        "fact_wellness_course" => "started_on",
        "fact_population" => "counted_on",
        "fact_target" => "year_start",
        _ => "month",
    };
}
