using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Employment;

/// <summary>Placements of a year: an exact number of distinct people, most of them unemployed recipients, some placed twice.</summary>
internal sealed class PlacementRegister(ApplicantRegister applicants, PersonFactory people, long firstId)
{
    private static readonly int[] Kinds = [44, 36, 10, 10];
    private static readonly string[] Employers =
        ["школа", "больница", "дом культуры", "крестьянское хозяйство", "ТОО «Демо»", "ИП «Пример»", "акимат сельского округа"];

    private long _written;

    public List<Placement> Of(DemoRandom random, YearPlan plan, IReadOnlyList<HouseholdYear> caseload)
    {
        var unemployed = Jobseeker.ByUnit(caseload, status => status == WorkStatus.Unemployed);
        var others = Jobseeker.ByUnit(caseload, status => status is WorkStatus.Caring or WorkStatus.Employed);
        var quotas = Apportionment.Split(plan.Placed, unemployed.Select(pool => (long)pool.Count).ToArray(), minimum: 2);
        var placements = new List<Placement>();
        foreach (var unit in DemoRegion.Units)
        {
            var quota = (int)quotas[unit.Number - 1];
            var placed = Choose(random, unit, quota, unemployed[unit.Number - 1], others[unit.Number - 1]);
            for (var i = 0; i < quota; i++)
            {
                Place(random, placements, placed[i], plan.Year, i);
            }
        }
        return placements;
    }

    /// <summary>Nine of ten from the unemployed recipients, a few from other recipients, a few who get no aid.</summary>
    private List<Jobseeker> Choose(DemoRandom random, LandUnit unit, int quota, List<Jobseeker> unemployed, List<Jobseeker> others)
    {
        random.Shuffle(unemployed);
        random.Shuffle(others);
        var chosen = unemployed.Take(quota - (quota / 10)).ToList();
        chosen.AddRange(others.Take(quota / 15));
        while (chosen.Count < quota)
        {
            var birthDate = new DateOnly(random.Between(1965, 1999), 1, 1).AddDays(random.Below(365));
            var person = people.Make(random, FamilyName.Of(random), birthDate, random.Chance(450), PersonFactory.Address(random, unit.Name));
            chosen.Add(new(person, FamilyFactory.NewHome(random, unit), Aid: null));
        }
        return chosen;
    }

    private void Place(DemoRandom random, List<Placement> placements, Jobseeker person, int year, int ordinal)
    {
        var unit = person.Home.Unit;
        var day = DaysOfService.Pick(random, unit, year, ordinal, person.FirstMonth ?? DateOnly.MinValue);
        var kind = (PlacementKind)random.Weighted(Kinds);
        placements.Add(Make(random, person, day, kind));
        var again = day.AddDays(random.Between(30, 150));
        if (kind != PlacementKind.Permanent && again <= unit.LastDayIn(year) && random.Chance(190))
        {
            placements.Add(Make(random, person, again, random.Chance(600) ? PlacementKind.Permanent : kind));
        }
    }

    private Placement Make(DemoRandom random, Jobseeker person, DateOnly day, PlacementKind kind)
    {
        var stays = random.Chance(kind switch
        {
            PlacementKind.Permanent => 700,
            PlacementKind.SocialJob => 480,
            PlacementKind.YouthPractice => 420,
            _ => 260,
        });
        var known = day.AddMonths(6) <= DemoOptions.LastDay;
        return new(
            firstId + _written++, applicants.Of(person.Person), day, person.HomeOn(day), person.CategoryOn(day), kind,
            random.Pick(Employers), known ? stays : null);
    }
}
