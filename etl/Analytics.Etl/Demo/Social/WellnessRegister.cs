using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Social;

/// <summary>Wellness courses of elderly people, most of whom live alone and get no other aid.</summary>
internal sealed class WellnessRegister(PersonFactory people, long firstId)
{
    private static readonly string[] Programmes =
        ["Активное долголетие", "Лечебная физкультура", "Дневной стационар", "Скандинавская ходьба", "Курорт «Рахмановские ключи»"];

    private readonly List<(Person Person, Home Home)>[] _elderly = [.. DemoRegion.Units.Select(_ => new List<(Person, Home)>())];
    private long _written;

    public List<WellnessCourse> Of(DemoRandom random, YearPlan plan)
    {
        var weights = DemoRegion.Units.Select(unit => unit.IsInRegion(plan.Year) ? (long)unit.Residents2019 : 0).ToArray();
        var quotas = Apportionment.Split(plan.WellnessCourses, weights, minimum: 2);
        var courses = new List<WellnessCourse>(plan.WellnessCourses);
        foreach (var unit in DemoRegion.Units)
        {
            for (var i = 0; i < quotas[unit.Number - 1]; i++)
            {
                var (person, home) = Elderly(random, unit);
                var day = DaysOfService.Pick(random, unit, plan.Year, i, plan.FirstDay);
                courses.Add(new(firstId + _written++, person, home, day, random.Pick(Programmes)));
            }
        }
        return courses;
    }

    /// <summary>A known person in three of ten cases, else a new one.</summary>
    private (Person Person, Home Home) Elderly(DemoRandom random, LandUnit unit)
    {
        var known = _elderly[unit.Number - 1];
        if (known.Count > 3 && random.Chance(300))
        {
            return random.Pick(known);
        }
        var birthDate = new DateOnly(random.Between(1935, 1955), 1, 1).AddDays(random.Below(365));
        var address = PersonFactory.Address(random, unit.Name);
        var person = people.Make(random, FamilyName.Of(random), birthDate, random.Chance(330), address);
        known.Add((person, FamilyFactory.NewHome(random, unit)));
        return known[^1];
    }
}
