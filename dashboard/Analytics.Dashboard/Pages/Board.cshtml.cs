using Analytics.Dashboard.Pages.Charts;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Security;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>The board: eight figures of the region and one table of its districts, read in a minute.</summary>
[ForPublic]
[TypeFilter<PageRequestFilter>]
public sealed class BoardModel(IndicatorReader reader) : PageModel
{
    private static readonly Indicator[] Head = Indicators(
        "families", "persons", "children_1_6", "paid_amount", "budget_execution", "grant_approval_rate", "placements", "employment_coverage");

    private static readonly Indicator[] Columns = Indicators("families", "persons", "paid_amount", "grant_approval_rate", "placements");

    public PageRequest Frame { get; private set; } = null!;

    public NoteMarks Marks { get; private set; } = null!;

    public Finding Finding { get; private set; } = null!;

    public IReadOnlyList<Headline> Headlines { get; private set; } = [];

    public FigureTable Table { get; private set; } = null!;

    /// <summary>A slide for each group; only in a meeting.</summary>
    public IReadOnlyList<MeetingSlide> Slides { get; private set; } = [];

    public string CsvLink { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        if (ViewChoice.Wrong("sort", Frame.Query.Sort, Columns) is { } wrong)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(wrong));
        }

        var answer = await reader.ReadAsync(FigureQuestion.Of(Frame, Head) with { Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target } }, cancellationToken);
        var years = await Task.WhenAll(Head.Select(indicator => YearsAsync(indicator, cancellationToken)));
        var region = Territories.Shipped.Region;

        Marks = new NoteMarks(Frame.Language);
        Finding = Findings.Board(answer, region, Frame.Language, Marks);
        Headlines = [.. Head.Zip(years, (indicator, bars) => Headline.Of(answer[indicator, region], Frame.Query.Period, bars, Frame.Language, Marks))];
        Table = FigureTable.Of(Frame.Language.Page("board.table"), answer, Columns, Frame, Marks);
        Slides = Frame.Query.IsMeeting ? await MeetingSlide.ReadAsync(reader, Frame, Marks, cancellationToken) : [];
        CsvLink = FigureLinks.Csv(Frame, Head, answer.Query.Territories);
        return Page();
    }

    private async Task<YearBars> YearsAsync(Indicator indicator, CancellationToken cancellationToken)
    {
        var points = await reader.SeriesAsync(FigureQuestion.Years(Frame, indicator), cancellationToken);
        return YearBars.Of(indicator, points, Frame.Query, Frame.Language);
    }

    private static Indicator[] Indicators(params string[] codes) => [.. codes.Select(IndicatorCatalogue.Get)];
}
