using Analytics.Etl.Demo.Akimat;
using Analytics.Etl.Demo.Employment;
using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Social;

namespace Analytics.Etl.Demo;

/// <summary>
/// One calibrated region, 2019 to 2025, in memory. Figures of whole districts are multiplied by the scale: population and targets are
/// in the first replica only, allocations in the last.
/// </summary>
internal sealed class DemoReplica
{
    /// <summary>Every kind of row has room for so many numbers in one replica.</summary>
    private const long IdsPerReplica = 1_000_000;

    private readonly ulong _seed;
    private readonly int _number;

    private DemoReplica(DemoOptions options, int number)
    {
        _seed = options.Seed;
        _number = number;
        Period = new DemoPeriod(options);
        Applicants = new ApplicantRegister((number * IdsPerReplica) + 1);
    }

    public DemoPeriod Period { get; }

    public bool IsFirst => _number == 0;

    public List<HouseholdYear> Caseloads { get; } = [];

    /// <summary>All payments in the order of their numbers: by month, then household.</summary>
    public List<Payment> Payments { get; } = [];

    public List<PackageIssue> Packages { get; } = [];

    public List<WellnessCourse> WellnessCourses { get; } = [];

    public ApplicantRegister Applicants { get; }

    public List<Placement> Placements { get; } = [];

    public List<GrantApplication> Grants { get; } = [];

    public List<MicrocreditApplication> Microcredits { get; } = [];

    public List<OutreachEvent> Outreach { get; } = [];

    public List<PopulationCount> Population { get; } = [];

    public List<Target> Targets { get; } = [];

    public List<Allocation> Allocations { get; } = [];

    public static DemoReplica Generate(DemoOptions options, int number, AllocationPlan allocations, CancellationToken cancellationToken)
    {
        var replica = new DemoReplica(options, number);
        replica.GenerateYears(options.Scale, cancellationToken);
        allocations.Count(replica.Payments);
        if (replica.IsFirst)
        {
            replica.Population.AddRange(PopulationCount.All(options.Scale));
            replica.Targets.AddRange(Target.All(options.Scale));
        }
        if (number == options.Scale - 1)
        {
            replica.Allocations.AddRange(allocations.All());
        }
        return replica;
    }

    private void GenerateYears(int scale, CancellationToken cancellationToken)
    {
        var firstId = (_number * IdsPerReplica) + 1;
        var people = new PersonFactory(firstId, new NationalNumbers(_number, scale));
        var families = new FamilyFactory(people, firstId);
        var caseloads = new Caseload(families, new FamilyAgeing(families));
        var wellness = new WellnessRegister(people, firstId);
        var placements = new PlacementRegister(Applicants, people, firstId);
        var grants = new GrantRegister(Applicants, firstId);
        var microcredits = new MicrocreditRegister(Applicants, firstId);
        var outreach = new OutreachCalendar(firstId);
        List<HouseholdYear> caseload = [];
        foreach (var plan in YearPlan.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            caseload = caseloads.Of(Random(DemoStream.Caseload, plan), plan, caseload);
            PersonsCalibration.Apply(Random(DemoStream.Calibration, plan), plan, caseload, families);
            PaymentAmounts.Apply(Random(DemoStream.Amounts, plan), plan, caseload);
            Number(caseload, firstId);
            Packages.AddRange(PackageIssue.Of(Random(DemoStream.Packages, plan), caseload, firstId + Packages.Count));
            WellnessCourses.AddRange(wellness.Of(Random(DemoStream.Wellness, plan), plan));
            Placements.AddRange(placements.Of(Random(DemoStream.Placements, plan), plan, caseload));
            Grants.AddRange(grants.Of(Random(DemoStream.Grants, plan), plan, caseload));
            Microcredits.AddRange(microcredits.Of(Random(DemoStream.Microcredits, plan), plan, caseload));
            Outreach.AddRange(outreach.Of(Random(DemoStream.Outreach, plan), plan));
        }
    }

    private void Number(List<HouseholdYear> caseload, long firstId)
    {
        Caseloads.AddRange(caseload);
        foreach (var payment in caseload.SelectMany(year => year.Payments).OrderBy(payment => payment.Month).ThenBy(payment => payment.Household.Id))
        {
            payment.Id = firstId + Payments.Count;
            Payments.Add(payment);
        }
    }

    private DemoRandom Random(DemoStream stream, YearPlan plan) => DemoRandom.For(_seed, _number, stream, plan.Year);
}
