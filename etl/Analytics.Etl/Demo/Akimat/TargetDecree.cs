namespace Analytics.Etl.Demo.Akimat;

/// <summary>The decree that a plan rests on.</summary>
/// <param name="Stage"><c>approved</c>, <c>refined</c> or <c>adjusted</c>.</param>
/// <param name="Number">Number.</param>
/// <param name="Date">Day.</param>
internal sealed record TargetDecree(string Stage, string Number, DateOnly Date)
{
    /// <summary>The decree of the December before, by which a year's plan is approved.</summary>
    public static TargetDecree FirstOf(int year) => new("approved", $"№ {400 + (year % 100)}", new DateOnly(year - 1, 12, 14));
}
