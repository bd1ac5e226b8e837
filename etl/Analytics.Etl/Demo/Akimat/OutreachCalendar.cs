using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Akimat;

/// <summary>Outreach events of a year, in every land unit at least two.</summary>
internal sealed class OutreachCalendar(long firstId)
{
    private static readonly string[] Topics = ["housing", "grants", "education", "school_uniform", "meals"];
    private static readonly string[] Venues = ["Дом культуры", "Средняя школа", "Акимат", "Центр занятости", "Библиотека"];

    private long _written;

    public List<OutreachEvent> Of(DemoRandom random, YearPlan plan)
    {
        var weights = DemoRegion.Units.Select(unit => unit.IsInRegion(plan.Year) ? unit.Weight : 0).ToArray();
        var quotas = Apportionment.Split(plan.OutreachEvents, weights, minimum: 2);
        var events = new List<OutreachEvent>(plan.OutreachEvents);
        foreach (var unit in DemoRegion.Units)
        {
            for (var i = 0; i < quotas[unit.Number - 1]; i++)
            {
                var day = DaysOfService.Pick(random, unit, plan.Year, i, plan.FirstDay);
                events.Add(new(firstId + _written++, day, unit, random.Pick(Topics), random.Pick(Venues), random.Between(12, 140)));
            }
        }
        return events;
    }
}
