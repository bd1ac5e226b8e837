using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Employment;

/// <summary>Someone who may be placed or apply, with the household's payments of the year; outsiders have none.</summary>
internal sealed record Jobseeker(Person Person, Home Home, HouseholdYear? Aid)
{
    public DateOnly? FirstMonth => Aid?.FirstMonth;

    public Home HomeOn(DateOnly day) => Aid?.On(day).Home ?? Home;

    public FamilyCategory CategoryOn(DateOnly day) => Aid?.On(day).Category ?? FamilyCategory.LowIncome;

    /// <summary>Covered members of the year's families with one of the statuses, by land unit of the first payment.</summary>
    public static List<Jobseeker>[] ByUnit(IReadOnlyList<HouseholdYear> caseload, Predicate<WorkStatus> wanted)
    {
        List<Jobseeker>[] pools = [.. DemoRegion.Units.Select(_ => new List<Jobseeker>())];
        foreach (var year in caseload)
        {
            foreach (var member in year.Covered().Where(member => wanted(member.Status)))
            {
                var home = year.Payments[0].Home;
                pools[home.Unit.Number - 1].Add(new(member.Person, home, year));
            }
        }
        return pools;
    }
}
