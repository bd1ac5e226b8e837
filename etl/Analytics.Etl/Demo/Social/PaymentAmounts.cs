namespace Analytics.Etl.Demo.Social;

/// <summary>
/// Amounts of a year's payments, in whole tenge: the gap between income and the poverty line, for every member, moved by one rule for
/// all so that the year's sum is exact and no family gets the whole line.
/// </summary>
internal static class PaymentAmounts
{
    private readonly record struct Draft(Payment Payment, long Gap, long Limit);

    public static void Apply(DemoRandom random, YearPlan plan, List<HouseholdYear> caseload)
    {
        var drafts = Drafts(random, caseload);
        var paid = drafts.FindAll(draft => !draft.Payment.Withheld);
        var missing = plan.PaidTenge - paid.Sum(draft => draft.Gap);
        var room = paid.Sum(draft => missing >= 0 ? draft.Limit - draft.Gap : draft.Gap);
        if (Math.Abs(missing) > room)
        {
            throw new InvalidOperationException($"The payments of {plan.Year} cannot be calibrated: {missing} tenge are left over.");
        }
        long before = 0;
        foreach (var draft in paid)
        {
            var after = before + (missing >= 0 ? draft.Limit - draft.Gap : draft.Gap);
            draft.Payment.PaidTenge = draft.Gap + Share(missing, after, room) - Share(missing, before, room);
            draft.Payment.AssignedTenge = draft.Payment.PaidTenge;
            before = after;
        }
        foreach (var draft in drafts)
        {
            AssignMoreThanPaid(random, draft);
        }
    }

    private static List<Draft> Drafts(DemoRandom random, List<HouseholdYear> caseload)
    {
        var drafts = new List<Draft>();
        foreach (var year in caseload)
        {
            var need = random.Between(560, 960);
            var quarter = 0;
            foreach (var payment in year.Payments)
            {
                var now = (payment.Month.Month + 2) / 3;
                need = now == quarter ? need : Math.Clamp(need + random.Between(-40, 40), 500, 970);
                quarter = now;
                var limit = (long)StatutoryRates.PovertyLine(payment.Month) * year.Household.MembersIn(payment.Month);
                drafts.Add(new(payment, limit * need / 1000, (limit * 985 / 1000) - 1));
            }
        }
        return drafts;
    }

    /// <summary>The share of a running total, so that the parts add up to the whole.</summary>
    private static long Share(long whole, long part, long of) => of == 0 ? 0 : (long)((Int128)whole * part / of);

    /// <summary>Now and then a part of what was assigned is not paid in its month, or nothing is.</summary>
    private static void AssignMoreThanPaid(DemoRandom random, Draft draft)
    {
        if (draft.Payment.Withheld)
        {
            draft.Payment.AssignedTenge = draft.Gap;
        }
        else if (random.Chance(12))
        {
            draft.Payment.AssignedTenge += (draft.Limit - draft.Payment.PaidTenge) * random.Between(20, 90) / 100;
        }
    }
}
