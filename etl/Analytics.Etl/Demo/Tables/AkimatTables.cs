namespace Analytics.Etl.Demo.Tables;

/// <summary>Outreach, targets, allocations and population.</summary>
internal static class AkimatTables
{
    private const long TiynInTenge = 100;

    public static readonly DemoTable[] All =
    [
        new("outreach_event", ["event_id", "held_on", "district_code", "topic", "venue", "attendees"], replica =>
            from row in replica.Outreach
            where replica.Period.Includes(row.HeldOn)
            select (DemoValue[])[row.Id, row.HeldOn, row.Unit.CodeOn(row.HeldOn), row.Topic, row.Venue, row.Attendees]),
        new("population", ["population_id", "counted_on", "district_code", "residents"], replica =>
            from row in replica.Population
            where replica.Period.IncludesPartOf(row.CountedOn.Year)
            select (DemoValue[])[row.Id, row.CountedOn, row.DistrictCode, row.Residents]),
        new("target", ["target_id", "year_start", "territory_code", "indicator", "value", "decree", "stage", "decree_number", "decree_date", "q1", "q2", "q3", "q4"], replica =>
            from row in replica.Targets
            where replica.Period.IncludesPartOf(row.YearStart.Year)
            select (DemoValue[])[row.Id, row.YearStart, row.TerritoryCode, row.Indicator, row.Value, row.Decree,
                row.Version.Stage, row.Version.Number, row.Version.Date, row.Quarters?[0], row.Quarters?[1], row.Quarters?[2], row.Quarters?[3]]),
        new("allocation", ["allocation_id", "month", "district_code", "amount_tiyn"], replica =>
            from row in replica.Allocations
            where replica.Period.Includes(row.Month)
            select (DemoValue[])[row.Id, row.Month, row.DistrictCode, row.AmountTenge * TiynInTenge]),
    ];
}
