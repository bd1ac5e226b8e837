using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Social;

/// <summary>Who is paid in a year: families that go on from last year, and new cases up to the plan, by land unit.</summary>
internal sealed class Caseload(FamilyFactory families, FamilyAgeing ageing)
{
    /// <summary>Land that leaves the region in June 2022 still pays four fifths of a year's families.</summary>
    private const int LeavingShare = 80;

    public List<HouseholdYear> Of(DemoRandom random, YearPlan plan, List<HouseholdYear> lastYear)
    {
        var quotas = Apportionment.Split(plan.Families, Weights(plan.Year), minimum: 4);
        var homes = lastYear.ToLookup(year => year.Household.Home.Unit.Number);
        var caseload = new List<HouseholdYear>(plan.Families);
        foreach (var unit in DemoRegion.Units)
        {
            var quota = (int)quotas[unit.Number - 1];
            var before = homes[unit.Number].ToList();
            var going = Math.Min(quota * 75 / 100, before.Count * 62 / 100);
            foreach (var year in GoingOn(random, before).Take(going))
            {
                ageing.NextYear(random, year.Household, plan.Year);
                var months = PaymentMonths.Pick(random, plan.Year, unit.LastDayIn(plan.Year).Month, year.ReachesDecember);
                caseload.Add(CaseChanges.Pay(random, year.Household, plan.Year, isNew: false, months));
            }
            for (var i = going; i < quota; i++)
            {
                var months = PaymentMonths.Pick(random, plan.Year, unit.LastDayIn(plan.Year).Month, fromDecember: false);
                caseload.Add(CaseChanges.Pay(random, families.Open(random, unit, months[0]), plan.Year, isNew: true, months));
            }
        }
        return caseload;
    }

    private static long[] Weights(int year)
    {
        var weights = new long[DemoRegion.Units.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var unit = DemoRegion.Units[i];
            var share = !unit.IsInRegion(year) ? 0 : unit.Leaves && year == LandUnit.LastOldDay.Year ? LeavingShare : 100;
            weights[i] = unit.Weight * share;
        }
        return weights;
    }

    /// <summary>Families in the order in which they go on: mostly those that were paid up to December.</summary>
    private static List<HouseholdYear> GoingOn(DemoRandom random, List<HouseholdYear> before)
    {
        random.Shuffle(before);
        var first = new List<HouseholdYear>(before.Count);
        var others = new List<HouseholdYear>();
        foreach (var year in before)
        {
            (year.ReachesDecember && random.Chance(850) ? first : others).Add(year);
        }
        first.AddRange(others);
        return first;
    }
}
