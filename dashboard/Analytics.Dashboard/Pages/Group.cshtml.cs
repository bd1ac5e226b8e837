using Analytics.Dashboard.Pages.Charts;
using Analytics.Dashboard.Pages.Maps;
using Analytics.Dashboard.Pages.Maps.Layers;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Pages.Tiles;
using Analytics.Dashboard.Security;
using Analytics.Reports;
using Analytics.Reports.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>A group of indicators: all of them by district, one of them drawn.</summary>
[ForPublic]
[TypeFilter<PageRequestFilter>]
public sealed class GroupModel(IndicatorReader reader, ChartTables tables, MapLayers layers, TileReader tiles) : PageModel
{
    /// <summary>Groups in the order of the navigation; each has a page.</summary>
    public static IReadOnlyList<IndicatorGroup> WithPage { get; } = Enum.GetValues<IndicatorGroup>();

    public PageRequest Frame { get; private set; } = null!;

    public IndicatorGroup Group { get; private set; }

    public NoteMarks Marks { get; private set; } = null!;

    public Finding Finding { get; private set; } = null!;

    public FigureTable Table { get; private set; } = null!;

    public IReadOnlyList<ChartChoice> Choices { get; private set; } = [];

    public DistrictChart Districts { get; private set; } = null!;

    public TrendChart Trend { get; private set; } = null!;

    public Tile<DistrictMap> Map { get; private set; } = null!;

    /// <summary>Charts that only this group has.</summary>
    public Tile<IReadOnlyList<RowFigure>> Own { get; private set; } = null!;

    public string CsvLink { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string group, CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        Group = WithPage.Single(candidate => candidate.Code() == group);
        var indicators = IndicatorCatalogue.In(Group);
        if ((ViewChoice.WrongSort(Frame.Query.Sort, indicators) ?? ViewChoice.Wrong("chart", Frame.Query.Chart, indicators)) is { } wrong)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(wrong));
        }

        if (ChartTools.Wrong(Frame.Query.Tables) is { } unknown)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(unknown));
        }

        var drawn = IndicatorCatalogue.Get(Frame.Query.Chart ?? Lead(Group));
        var answer = await reader.ReadAsync(FigureQuestion.Of(Frame, indicators), cancellationToken);
        var months = await reader.SeriesAsync(FigureQuestion.Months(Frame, drawn), cancellationToken);

        Marks = new NoteMarks(Frame.Language);
        Finding = Findings.Of(Group, answer, Territories.Shipped.Region, Frame.Language);
        Table = FigureTable.Of(Frame.Language.Page("group.table", Frame.Language.Name(Group)), answer, indicators, Frame, Marks) with { IsStacked = true };
        Choices = [.. indicators.Select(indicator => ChartChoice.Of(indicator, drawn, Frame))];
        var question = ChartTools.Question(Frame);
        Districts = DistrictChart.Of(drawn, answer, Frame) with { Tools = ChartTools.Of("districts", BarTable.Of(answer, drawn, question), Frame, Marks) };
        Trend = TrendChart.Of(drawn, months, Frame.Language, Marks) with { Tools = ChartTools.Of("trend", TrendTable.Of(answer, months, drawn, question), Frame, Marks) };
        Map = await tiles.ReadAsync(HttpContext, "map", async () => DistrictMap.Of(drawn, answer, await reader.ReadAsync(MapFigures.Of(Frame, drawn), cancellationToken), layers, Frame, Marks));
        Own = await tiles.ReadAsync(HttpContext, "own", () => OwnAsync(answer, question, cancellationToken));
        CsvLink = FigureLinks.Csv(Frame, indicators, TableOrder.Of(answer, Frame.Query, Frame.Language));
        return Page();
    }

    private async Task<IReadOnlyList<RowFigure>?> OwnAsync(IndicatorAnswer answer, ReportQuestion question, CancellationToken cancellationToken)
    {
        switch (Group)
        {
            case IndicatorGroup.Grants:
                var funnel = Figure("funnel", await tables.ReadAsync(FunnelTable.Stages[0], ChartKind.Funnel, question, cancellationToken));
                var reasons = await tables.ReadAsync(ReasonsTable.Refused, ChartKind.Reasons, question, cancellationToken);
                // Without its reasons the figure itself stands in the funnel.
                return reasons.Rows.Count > 1 ? [funnel, Figure("reasons", reasons)] : [funnel];
            case IndicatorGroup.Employment:
                return [Figure("kinds", KindsTable.Of(answer, question))];
            case IndicatorGroup.Spending:
                return [Figure("budget", await tables.ReadAsync(BudgetTable.Indicators[0], ChartKind.Budget, question, cancellationToken))];
            default:
                return [];
        }

        RowFigure Figure(string id, ChartTable table) => RowFigure.Of(Frame.Language.Page($"charts.question.{id}"), id, table, Frame, Marks);
    }

    /// <summary>The indicator drawn when none is chosen.</summary>
    private static string Lead(IndicatorGroup group) => group switch
    {
        IndicatorGroup.Coverage => "families",
        IndicatorGroup.Spending => "paid_amount",
        IndicatorGroup.Grants => "grant_approval_rate",
        IndicatorGroup.Employment => "placements",
        IndicatorGroup.Packages => "package_children",
        _ => "outreach_events",
    };
}
