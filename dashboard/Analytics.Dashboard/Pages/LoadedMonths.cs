using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Pages;

/// <summary>Which periods a publication can be asked for.</summary>
public static class LoadedMonths
{
    private const string Payments = "fact_benefit_payment";

    /// <summary>Months of benefit payments, or of whatever is loaded while those are not; null when nothing is.</summary>
    public static MonthRange? Of(Publication publication) =>
        publication.Coverage.GetValueOrDefault(Payments) ?? (publication.Coverage.Count == 0
            ? null
            : new MonthRange(publication.Coverage.Values.Min(range => range.First), publication.Coverage.Values.Max(range => range.Last)));

    /// <summary>
    /// January to the last month of payments that is closed in every district, or the whole year; while none is closed, to the last
    /// one loaded; null when nothing is loaded.
    /// </summary>
    public static Period? Latest(Publication publication, Completeness completeness) =>
        (completeness.ClosedThrough(Payments) ?? Of(publication)?.Last) is { } month ? Period.ToDate(month.Year, month.Month) : null;

    /// <summary>Years with figures, the latest first.</summary>
    public static IReadOnlyList<int> Years(Publication publication) => Of(publication) is { } months
        ? [.. Enumerable.Range(months.First.Year, months.Last.Year - months.First.Year + 1).Reverse()]
        : [];
}
