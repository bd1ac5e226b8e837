using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Akimat;

/// <summary>Allocations of a year: the region's sum exactly as planned, by district near what all replicas together paid (execution 92 to 104 %).</summary>
internal sealed class AllocationPlan(DemoOptions options)
{
    private static readonly Dictionary<string, int> DistrictNumbers =
        District.All.Select((district, i) => (district.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i);

    private static readonly long[] MonthWeights = [88, 92, 96, 98, 100, 100, 102, 102, 104, 106, 106, 106];

    private readonly Dictionary<int, long[]> _paid = YearPlan.All.ToDictionary(plan => plan.Year, _ => new long[District.All.Count]);
    private long _written;

    /// <summary>Adds what one replica paid.</summary>
    public void Count(IReadOnlyList<Payment> payments)
    {
        foreach (var payment in payments)
        {
            _paid[payment.Month.Year][DistrictNumbers[payment.Home.Unit.CodeOn(payment.Month)!]] += payment.PaidTenge;
        }
    }

    /// <summary>The allocations of all years, when every replica has been counted.</summary>
    public IEnumerable<Allocation> All() => YearPlan.All.SelectMany(Of);

    private List<Allocation> Of(YearPlan plan)
    {
        var random = DemoRandom.For(options.Seed, 0, DemoStream.Allocations, plan.Year);
        var paid = _paid[plan.Year];
        var execution = plan.PaidTenge * 1000 / plan.AllocatedTenge;
        var weights = new long[District.All.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = paid[i] * 1000 / random.Between((int)execution - 36, (int)execution + 42);
        }
        var amounts = Apportionment.Split(plan.AllocatedTenge * options.Scale, weights);
        var allocations = new List<Allocation>();
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] > 0)
            {
                Add(allocations, plan.Year, District.All[i], amounts[i]);
            }
        }
        return allocations;
    }

    /// <summary>Over the months whose first day the district is in force.</summary>
    private void Add(List<Allocation> allocations, int year, District district, long amount)
    {
        var weights = new long[12];
        for (var i = 0; i < weights.Length; i++)
        {
            var month = new DateOnly(year, i + 1, 1);
            var inForce = (district.From is not { } from || from <= month) && (district.To is not { } to || to > month);
            weights[i] = inForce ? MonthWeights[i] : 0;
        }
        var parts = Apportionment.Split(amount, weights);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                allocations.Add(new(++_written, new DateOnly(year, i + 1, 1), district.Code, parts[i]));
            }
        }
    }
}
