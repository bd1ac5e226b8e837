using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Employment;

/// <summary>Microcredit applications of a year, in every land unit at least two.</summary>
internal sealed class MicrocreditRegister(ApplicantRegister applicants, long firstId)
{
    private long _written;

    public List<MicrocreditApplication> Of(DemoRandom random, YearPlan plan, IReadOnlyList<HouseholdYear> caseload)
    {
        var pools = Jobseeker.ByUnit(caseload, status => status.IsAbleBodied());
        var quotas = Apportionment.Split(plan.Microcredits, pools.Select(pool => (long)pool.Count).ToArray(), minimum: 2);
        var applications = new List<MicrocreditApplication>(plan.Microcredits);
        for (var i = 0; i < pools.Length; i++)
        {
            random.Shuffle(pools[i]);
            for (var j = 0; j < quotas[i]; j++)
            {
                applications.Add(Make(random, pools[i][j], plan.Year, j));
            }
        }
        return applications;
    }

    private MicrocreditApplication Make(DemoRandom random, Jobseeker person, int year, int ordinal)
    {
        var received = DaysOfService.Pick(random, person.Home.Unit, year, ordinal, person.FirstMonth ?? DateOnly.MinValue);
        var decided = received.AddDays(random.Between(10, 45));
        var known = decided <= DemoOptions.LastDay || received.Month < 11;
        var status = !known ? ApplicationStatus.UnderReview : random.Chance(780) ? ApplicationStatus.Issued : ApplicationStatus.Refused;
        var issued = status == ApplicationStatus.Issued;
        var amount = random.Between(10, 60) * 100_000L;
        return new(
            firstId + _written++, applicants.Of(person.Person), received, person.HomeOn(received), person.CategoryOn(received), status,
            issued ? decided : null, issued ? amount : null);
    }
}
