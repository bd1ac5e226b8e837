using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Employment;

/// <summary>Grant applications of a year: received, approved by category and withdrawn exactly as planned.</summary>
internal sealed class GrantRegister(ApplicantRegister applicants, long firstId)
{
    private static readonly string[] Reasons =
    [
        "Неполный пакет документов", "Нет сертификата «Бастау Бизнес»", "Бизнес-план не прошёл конкурс",
        "Действующее предпринимательство", "Грант получен ранее",
    ];

    private long _written;

    public List<GrantApplication> Of(DemoRandom random, YearPlan plan, IReadOnlyList<HouseholdYear> caseload)
    {
        var grants = plan.Grants;
        var declined = grants.Received - grants.ApprovedLargeFamily - grants.ApprovedLowIncome;
        var declinedLarge = declined * grants.ApprovedLargeFamily / (grants.ApprovedLargeFamily + grants.ApprovedLowIncome);
        var withdrawnLarge = grants.Withdrawn / 2;
        var pools = Jobseeker.ByUnit(caseload, status => status.IsAbleBodied());
        var applications = new List<GrantApplication>(grants.Received);
        Add(FamilyCategory.LargeFamily, Outcomes(random, grants.ApprovedLargeFamily, declinedLarge, withdrawnLarge));
        Add(FamilyCategory.LowIncome, Outcomes(random, grants.ApprovedLowIncome, declined - declinedLarge, grants.Withdrawn - withdrawnLarge));
        return applications;

        void Add(FamilyCategory category, List<ApplicationStatus> outcomes)
        {
            var drawn = Draw(random, pools, category, outcomes.Count);
            for (var i = 0; i < drawn.Count; i++)
            {
                var (person, ordinal) = drawn[i];
                applications.Add(Make(random, person, category, outcomes[i], plan.Year, ordinal));
            }
        }
    }

    private static List<ApplicationStatus> Outcomes(DemoRandom random, int approved, int declined, int withdrawn)
    {
        List<ApplicationStatus> outcomes =
        [
            .. Enumerable.Repeat(ApplicationStatus.Approved, approved),
            .. Enumerable.Repeat(ApplicationStatus.Refused, declined - withdrawn),
            .. Enumerable.Repeat(ApplicationStatus.Withdrawn, withdrawn),
        ];
        random.Shuffle(outcomes);
        return outcomes;
    }

    /// <summary>Able-bodied people of one category, one a family, in every land unit at least one. The ordinal makes both halves of a year have rows.</summary>
    private static List<(Jobseeker Person, int Ordinal)> Draw(DemoRandom random, List<Jobseeker>[] pools, FamilyCategory category, int count)
    {
        var candidates = new List<Jobseeker>[pools.Length];
        for (var i = 0; i < pools.Length; i++)
        {
            candidates[i] = [.. pools[i].Where(person => person.CategoryOn(person.FirstMonth!.Value) == category).DistinctBy(person => person.Aid)];
            random.Shuffle(candidates[i]);
        }
        var quotas = Apportionment.Split(count, candidates.Select(pool => (long)pool.Count).ToArray(), minimum: 1);
        var drawn = new List<(Jobseeker, int)>(count);
        for (var i = 0; i < pools.Length; i++)
        {
            for (var j = 0; j < quotas[i]; j++)
            {
                drawn.Add((candidates[i][j], j == 0 ? (int)category : j + 2));
            }
        }
        return drawn;
    }

    private GrantApplication Make(DemoRandom random, Jobseeker person, FamilyCategory category, ApplicationStatus outcome, int year, int ordinal)
    {
        var received = DaysOfService.Pick(random, person.Home.Unit, year, ordinal, person.FirstMonth ?? DateOnly.MinValue);
        DateOnly? decided = received.AddDays(random.Between(5, 40));
        if (decided > DemoOptions.LastDay)
        {
            decided = received.Month < 12 ? DemoOptions.LastDay : null;
        }
        var status = decided is null && outcome != ApplicationStatus.Withdrawn ? ApplicationStatus.UnderReview : outcome;
        var paid = decided?.AddDays(random.Between(3, 20));
        var reason = random.Pick(Reasons);
        var approved = status == ApplicationStatus.Approved;
        return new(
            firstId + _written++, applicants.Of(person.Person), received, person.HomeOn(received), category, status,
            status is ApplicationStatus.Approved or ApplicationStatus.Refused ? decided : null,
            approved && paid <= DemoOptions.LastDay ? paid : null,
            approved ? Amount(received) : null,
            status == ApplicationStatus.Refused ? reason : null);
    }

    /// <summary>200 monthly calculation indices on the day of the application, from 2022 400.</summary>
    private static long Amount(DateOnly received) => StatutoryRates.Index(received) * (received.Year >= 2022 ? 400L : 200L);
}
