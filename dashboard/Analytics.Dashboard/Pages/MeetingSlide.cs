using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages;

/// <summary>A slide of the meeting: the region's figures of one group.</summary>
/// <param name="Finding">Its heading.</param>
/// <param name="Figures">All figures of the group.</param>
public sealed record MeetingSlide(Finding Finding, IReadOnlyList<Headline> Figures)
{
    /// <summary>One slide for each group, in the order of the navigation.</summary>
    public static async Task<IReadOnlyList<MeetingSlide>> ReadAsync(IndicatorReader reader, PageRequest request, NoteMarks marks, CancellationToken cancellationToken)
    {
        var region = Territories.Shipped.Region;
        var query = FigureQuestion.Of(request, IndicatorCatalogue.All) with
        {
            Territories = [region],
            Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target },
        };
        var answer = await reader.ReadAsync(query, cancellationToken);
        return [.. GroupModel.WithPage.Select(group => new MeetingSlide(
            Findings.Of(group, answer, region, request.Language),
            [.. IndicatorCatalogue.In(group).Select(indicator => Headline.Of(answer[indicator, region], request, marks))]))];
    }
}
