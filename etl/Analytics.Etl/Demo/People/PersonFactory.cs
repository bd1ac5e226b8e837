namespace Analytics.Etl.Demo.People;

/// <summary>Makes the people of one replica.</summary>
internal sealed class PersonFactory(long firstId, NationalNumbers numbers)
{
    private long _made;

    public Person Make(DemoRandom random, FamilyName family, DateOnly birthDate, bool male, string address) =>
        new(firstId + _made++, numbers.Next(birthDate, male), family.Member(random, male), birthDate, male, address);

    public static string Address(DemoRandom random, string place) =>
        $"{place}, {random.Pick(NameLists.Streets)}, {random.Between(1, 120)}";

    /// <summary>A day of birth that makes a person so many whole years old on a day.</summary>
    public static DateOnly BornFor(DemoRandom random, DateOnly day, int years) => day.AddYears(-years).AddDays(-random.Below(365));
}
