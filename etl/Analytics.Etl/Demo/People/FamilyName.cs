namespace Analytics.Etl.Demo.People;

/// <summary>A family's surname and the naming custom of its members.</summary>
internal sealed record FamilyName(bool Kazakh, string Surname)
{
    public static FamilyName Of(DemoRandom random)
    {
        var kazakh = random.Chance(640);
        return new(kazakh, random.Pick(kazakh ? NameLists.KazakhSurnames : NameLists.RussianSurnames));
    }

    /// <summary>Surname, given name and patronymic of a member.</summary>
    public string Member(DemoRandom random, bool male)
    {
        var surname = male ? Surname : Surname + "а";
        if (Kazakh)
        {
            var given = random.Pick(male ? NameLists.KazakhMen : NameLists.KazakhWomen);
            return $"{surname} {given} {random.Pick(NameLists.KazakhMen)}{(male ? "ұлы" : "қызы")}";
        }
        var name = random.Pick(male ? NameLists.RussianMen : NameLists.RussianWomen);
        return $"{surname} {name} {random.Pick(NameLists.RussianPatronymics)}{(male ? "ич" : "на")}";
    }
}
