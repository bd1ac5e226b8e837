using Analytics.Dashboard.Pages.Boards;
using Analytics.Dashboard.Pages.Charts;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Pages.Tiles;
using Analytics.Dashboard.Security;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>The board: eight figures of the region and one table of its districts, read in a minute.</summary>
[ForPublic]
[TypeFilter<PageRequestFilter>]
public sealed class BoardModel(IndicatorReader reader, CompletenessReader completeness, TileReader tiles) : PageModel
{
    private static readonly Indicator[] Head = Indicators(
        "families", "persons", "children_1_6", "paid_amount", "budget_execution", "grant_approval_rate", "placements", "employment_coverage");

    private static readonly Indicator[] Columns = Indicators("families", "persons", "paid_amount", "grant_approval_rate", "placements");

    private static readonly Indicator[] Drawn = Indicators("coverage_rate", "budget_execution", "grant_approval_rate", "employment_coverage", "package_coverage");

    public PageRequest Frame { get; private set; } = null!;

    public NoteMarks Marks { get; private set; } = null!;

    public Finding Finding { get; private set; } = null!;

    public IReadOnlyList<(Headline Figure, YearBars Years)> Headlines { get; private set; } = [];

    public Closing Closing { get; private set; } = null!;

    /// <summary>What changed since the reader was here; null on a first visit and for the public.</summary>
    public VisitChanges? SinceVisit { get; private set; }

    public IReadOnlyList<DeviationLine> OffCourse { get; private set; } = [];

    public FigureTable Table { get; private set; } = null!;

    public IReadOnlyList<ChartChoice> Choices { get; private set; } = [];

    /// <summary>The drawn indicator by district; null when no two years of it are there.</summary>
    public Tile<SmallMultiples> Districts { get; private set; } = null!;

    /// <summary>A slide for each group; only in a meeting.</summary>
    public IReadOnlyList<MeetingSlide> Slides { get; private set; } = [];

    public string CsvLink { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        if ((ViewChoice.WrongSort(Frame.Query.Sort, Columns) ?? ViewChoice.Wrong("chart", Frame.Query.Chart, Drawn)) is { } wrong)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(wrong));
        }

        var answer = await reader.ReadAsync(FigureQuestion.Of(Frame, Head) with { Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target } }, cancellationToken);
        var years = await Task.WhenAll(Head.Select(indicator => YearsAsync(indicator, cancellationToken)));
        var drawn = Frame.Query.Chart is { } code ? IndicatorCatalogue.Get(code) : Drawn[0];
        var region = Territories.Shipped.Region;

        Marks = new NoteMarks(Frame.Language);
        Finding = Findings.Board(answer, region, Frame.Language, Marks);
        Headlines = [.. Head.Zip(years, (indicator, bars) => (Headline.Of(answer[indicator, region], Frame, Marks), bars))];
        Closing = Closing.Of(await completeness.ReadAsync(Frame.Publication, cancellationToken), Frame.Publication, Head, Frame.Query.Period);
        SinceVisit = Frame.Visit is { } visit ? await VisitChanges.ReadAsync(visit, answer, reader, Frame.Language, cancellationToken) : null;
        OffCourse = DeviationLines.Of(answer, Frame);
        Table = FigureTable.Of(Frame.Language.Page("board.table"), answer, Columns, Frame, Marks);
        Choices = [.. Drawn.Select(indicator => ChartChoice.Of(indicator, drawn, Frame))];
        Districts = await tiles.ReadAsync(HttpContext, "districts", async () => SmallMultiples.Of(
            drawn, await reader.SeriesAsync(FigureQuestion.Years(Frame, drawn) with { Territories = answer.Query.Territories }, cancellationToken), Frame));
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
