namespace Analytics.Dashboard.Api;

/// <summary>The parameters of a chart's address, as they were sent.</summary>
/// <param name="Period">Period.</param>
/// <param name="Language">Language; Russian when it is not given.</param>
/// <param name="Kind"><c>bar</c> when it is not given.</param>
/// <param name="Boundaries">Boundaries.</param>
/// <param name="Category">Category of families.</param>
/// <param name="Aid">Kind of aid.</param>
/// <param name="Incomparable"><c>show</c> or <c>hide</c>.</param>
/// <param name="Sort">Indicator that orders the districts.</param>
/// <param name="Order"><c>asc</c> or <c>desc</c>.</param>
/// <param name="Audience">Who will read it.</param>
public sealed record ChartParameters(
    string? Period, string? Language, string? Kind, string? Boundaries, string? Category, string? Aid, string? Incomparable, string? Sort, string? Order, string? Audience);
