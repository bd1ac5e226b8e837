using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Social;

/// <summary>Turns months into payments; in a few families the home, the category or the kind of aid changes on the way, so distinct counts do not add up.</summary>
internal static class CaseChanges
{
    public static HouseholdYear Pay(DemoRandom random, Household household, int year, bool isNew, List<DateOnly> months)
    {
        var moves = ChangeAt(random, months, 28);
        var changesCategory = ChangeAt(random, months, 30);
        var changesAid = ChangeAt(random, months, household.Aid == AidKind.Conditional ? 20 : 110);
        var payments = new List<Payment>(months.Count);
        for (var i = 0; i < months.Count; i++)
        {
            if (i == moves)
            {
                household.Home = NewHome(random, household.Home.Unit, year);
            }
            if (i == changesCategory)
            {
                household.Category = household.Category == FamilyCategory.LargeFamily ? FamilyCategory.LowIncome : FamilyCategory.LargeFamily;
            }
            if (i == changesAid)
            {
                household.Aid = household.Aid == AidKind.Conditional ? AidKind.Unconditional : AidKind.Conditional;
            }
            payments.Add(new Payment(household, months[i], household.Home, household.Category, household.Aid));
        }
        if (payments.Count >= 3 && random.Chance(15))
        {
            payments[random.Between(1, payments.Count - 1)].Withheld = true;
        }
        return new HouseholdYear(household, year, isNew, payments);
    }

    private static int ChangeAt(DemoRandom random, List<DateOnly> months, int perMille) =>
        months.Count > 1 && random.Chance(perMille) ? random.Between(1, months.Count - 1) : -1;

    /// <summary>Somewhere else in the region; in 2022 nobody crosses the border that is being drawn.</summary>
    private static Home NewHome(DemoRandom random, LandUnit from, int year)
    {
        while (true)
        {
            var unit = random.Pick(DemoRegion.Units);
            var open = year == LandUnit.LastOldDay.Year ? unit.Leaves == from.Leaves : unit.IsInRegion(year);
            if (open && unit != from)
            {
                return FamilyFactory.NewHome(random, unit);
            }
        }
    }
}
