using System.Globalization;
using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Social;

/// <summary>Opens new cases: a household with its members, 4.75 people on average, 45 of 100 with four minors or more.</summary>
internal sealed class FamilyFactory(PersonFactory people, long firstId)
{
    private static readonly int[] SettlementWeights = [45, 25, 18, 12];
    private static readonly int[] ChildrenOfLarge = [64, 23, 9, 4];
    private static readonly int[] ChildrenOfSmall = [13, 27, 37, 23];
    private static readonly int[] AdultsOfLarge = [10, 83, 7];
    private static readonly int[] AdultsOfSmall = [37, 56, 7];
    private static readonly int[] AgeOfChildren = [13, 15, 15, 15, 15, 14, 14, 10, 10, 10, 10, 10, 9, 9, 9, 9, 9, 8];

    private long _opened;

    public Household Open(DemoRandom random, LandUnit unit, DateOnly firstMonth)
    {
        var openedOn = firstMonth.AddDays(-random.Between(3, 40));
        var home = NewHome(random, unit);
        var id = firstId + _opened++;
        var caseNumber = string.Create(CultureInfo.InvariantCulture, $"АСП-{unit.OldCode.AsSpan(0, 4)}-{openedOn.Year}-{id:D8}");
        var household = new Household(id, caseNumber, openedOn, FamilyName.Of(random), home, PersonFactory.Address(random, unit.Name));
        household.Category = random.Chance(450) ? FamilyCategory.LargeFamily : FamilyCategory.LowIncome;
        var large = household.Category == FamilyCategory.LargeFamily;
        var adults = 1 + random.Weighted(large ? AdultsOfLarge : AdultsOfSmall);
        var children = large ? 4 + random.Weighted(ChildrenOfLarge) : random.Weighted(ChildrenOfSmall);
        household.Aid = random.Chance(adults == 1 && !large ? 235 : 78) ? AidKind.Unconditional : AidKind.Conditional;
        AddMembers(random, household, adults, children);
        return household;
    }

    public static Home NewHome(DemoRandom random, LandUnit unit) => new(unit, 1 + random.Weighted(SettlementWeights));

    /// <summary>Adds a grandparent who keeps the house; used where a year needs one more person.</summary>
    public void AddRelative(DemoRandom random, Household household) =>
        Add(random, household, random.Between(63, 78), random.Chance(350), WorkStatus.Pensioner);

    public void AddNewborn(DemoRandom random, Household household, DateOnly birthDate) =>
        household.Add(people.Make(random, household.Name, birthDate, random.Chance(512), household.Address), birthDate, WorkStatus.Minor);

    private void AddMembers(DemoRandom random, Household household, int adults, int children)
    {
        var ages = new List<int>();
        for (var i = 0; i < children; i++)
        {
            ages.Add(random.Weighted(AgeOfChildren));
        }
        ages.Sort((left, right) => right.CompareTo(left));
        var headAge = children == 0 ? random.Between(30, 75) : Math.Max(ages[0] + 19, random.Between(24, 44));
        var headIsMan = random.Chance(adults == 1 ? 120 : 420);
        for (var i = 0; i < adults; i++)
        {
            var age = i < 2 ? Math.Max(19, headAge + (i * random.Between(-3, 3))) : random.Between(63, 80);
            Add(random, household, age, i == 1 ? !headIsMan : headIsMan, AdultStatuses.Pick(random, household.Aid, i, age));
        }
        foreach (var age in ages)
        {
            Add(random, household, age, random.Chance(512), WorkStatus.Minor);
        }
    }

    private void Add(DemoRandom random, Household household, int age, bool male, WorkStatus status)
    {
        var birthDate = PersonFactory.BornFor(random, household.OpenedOn, age);
        household.Add(people.Make(random, household.Name, birthDate, male, household.Address), household.OpenedOn, status);
    }
}
