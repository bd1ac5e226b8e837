using Analytics.Etl.Demo.People;

namespace Analytics.Etl.Demo.Social;

/// <summary>The social package of one child in one month: a kit, from 2023 money.</summary>
internal sealed record PackageIssue(long Id, Payment Payment, Person Child, bool InMoney, long ValueTenge)
{
    // Resolution 1032 of 30 December 2019.
    private static readonly DateOnly LawSince = new(2020, 1, 1);
    private static readonly DateOnly MoneySince = new(2023, 1, 1);

    /// <summary>The packages of a year: nine of ten children aged 1 to 6 of paid families get them.</summary>
    public static IEnumerable<PackageIssue> Of(DemoRandom random, IReadOnlyList<HouseholdYear> caseload, long firstId)
    {
        foreach (var year in caseload)
        {
            var enrolled = year.Household.Members.FindAll(member => member.Status == WorkStatus.Minor && random.Chance(905));
            foreach (var payment in year.Payments)
            {
                foreach (var member in enrolled)
                {
                    if (payment.Month >= LawSince && !payment.Withheld && member.IsPresentIn(payment.Month) && member.Person.IsChild1To6(payment.Month))
                    {
                        yield return Make(firstId++, payment, member.Person);
                    }
                }
            }
        }
    }

    private static PackageIssue Make(long id, Payment payment, Person child)
    {
        var month = payment.Month;
        if (month >= MoneySince)
        {
            return new(id, payment, child, InMoney: true, StatutoryRates.Index(month) * 3 / 2);
        }
        var food = child.BirthDate > month.AddYears(-3) ? 4_950 : 5_240;
        var household = month.Month % 3 == 1 ? 620 : 0;
        return new(id, payment, child, InMoney: false, food + household + ((month.Year - 2019) * 90));
    }
}
