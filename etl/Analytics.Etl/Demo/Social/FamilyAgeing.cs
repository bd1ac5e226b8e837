using Analytics.Etl.Demo.People;

namespace Analytics.Etl.Demo.Social;

/// <summary>What changes in a family from one year of aid to the next: grown children leave, children are born, partners part.</summary>
internal sealed class FamilyAgeing(FamilyFactory families)
{
    public void NextYear(DemoRandom random, Household household, int year)
    {
        var firstDay = new DateOnly(year, 1, 1);
        foreach (var member in household.Members)
        {
            if (member.Status == WorkStatus.Minor && member.LeftOn is null && !member.Person.IsMinor(firstDay))
            {
                member.LeftOn = firstDay;
            }
        }
        if (random.Chance(200) && HasMother(household, firstDay))
        {
            families.AddNewborn(random, household, firstDay.AddDays(random.Below(360)));
        }
        if (random.Chance(20) && household.Members.Find(member => member.Number == 2) is { LeftOn: null, Status: not WorkStatus.Minor } partner)
        {
            partner.LeftOn = firstDay.AddMonths(random.Below(12));
        }
        var minors = household.Members.Count(member => member.LeftOn is null && member.Person.IsMinor(firstDay));
        household.Category = minors >= 4 ? FamilyCategory.LargeFamily : FamilyCategory.LowIncome;
    }

    private static bool HasMother(Household household, DateOnly day) =>
        household.Members.Exists(member => member.LeftOn is null && IsOfAge(member.Person, day));

    private static bool IsOfAge(Person person, DateOnly day) =>
        !person.Male && person.BirthDate <= day.AddYears(-20) && person.BirthDate > day.AddYears(-43);
}
