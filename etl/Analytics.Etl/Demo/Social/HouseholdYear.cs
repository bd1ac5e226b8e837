namespace Analytics.Etl.Demo.Social;

/// <summary>A household's payments of one year, by month.</summary>
internal sealed record HouseholdYear(Household Household, int Year, bool IsNew, List<Payment> Payments)
{
    public DateOnly FirstMonth => Payments[0].Month;

    public bool ReachesDecember => Payments[^1].Month.Month == 12;

    /// <summary>The payment in force on a day: of the latest month begun, or the year's first.</summary>
    public Payment On(DateOnly day) => Payments.FindLast(payment => payment.Month <= day) ?? Payments[0];

    /// <summary>Members covered by a paid month of the year.</summary>
    public IEnumerable<HouseholdMember> Covered() =>
        Household.Members.Where(member => Payments.Exists(payment => !payment.Withheld && member.IsPresentIn(payment.Month)));
}
