namespace Analytics.Etl.Demo.Social;

/// <summary>What adults of a new case do. Conditional aid needs an able-bodied adult; unconditional goes to those who cannot work or must care.</summary>
internal static class AdultStatuses
{
    public static WorkStatus Pick(DemoRandom random, AidKind aid, int ordinal, int age) => (aid, ordinal) switch
    {
        _ when age >= 63 => WorkStatus.Pensioner,
        (AidKind.Conditional, 0) => random.Chance(339) ? WorkStatus.Unemployed : WorkStatus.Employed,
        (AidKind.Conditional, _) => Second(random),
        (_, 0) => random.Chance(520) ? WorkStatus.Caring : WorkStatus.Disabled,
        _ => random.Chance(350) ? WorkStatus.Caring : WorkStatus.Disabled,
    };

    private static WorkStatus Second(DemoRandom random) => random.Weighted([32, 4, 55, 9]) switch
    {
        0 => WorkStatus.Employed,
        1 => WorkStatus.Unemployed,
        2 => WorkStatus.Caring,
        _ => WorkStatus.Disabled,
    };
}
