using Analytics.Dashboard.Pages.Charts;
using Analytics.Dashboard.Pages.Districts;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Security;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>One district, or the region: all its figures beside last year, the region, like districts and the plan, and the history of its land.</summary>
[ForPublic]
[TypeFilter<PageRequestFilter>]
public sealed class DistrictModel(IndicatorReader reader) : PageModel
{
    private static readonly Indicator[] Head = [.. new[]
    {
        "families", "persons", "paid_amount", "average_per_family", "grant_approval_rate", "placements", "employment_coverage", "package_children",
    }.Select(IndicatorCatalogue.Get)];

    public PageRequest Frame { get; private set; } = null!;

    public Territory Territory { get; private set; } = null!;

    /// <summary>Name as the figures stand: of the unit, or of the units that are shown together.</summary>
    public string Name { get; private set; } = "";

    public NoteMarks Marks { get; private set; } = null!;

    public Finding Finding { get; private set; } = null!;

    /// <summary>Why there are no figures; null when there are.</summary>
    public Absence? Absence { get; private set; }

    /// <summary>True when no figure exists in this period on these boundaries.</summary>
    public bool IsAbsent { get; private set; }

    public IReadOnlyList<(Headline Headline, MonthLines Months)> Headlines { get; private set; } = [];

    public IReadOnlyList<IGrouping<IndicatorGroup, IndicatorLine>> Groups { get; private set; } = [];

    /// <summary>Plans that are judged, those furthest behind first.</summary>
    public IReadOnlyList<IndicatorLine> Plans { get; private set; } = [];

    public IReadOnlyList<Territory> Like { get; private set; } = [];

    /// <summary>Today's units on whose land the figures stand; null on the land of the day.</summary>
    public Land? Land { get; private set; }

    public IReadOnlyList<LandEvent> Story { get; private set; } = [];

    /// <summary>The units of the region in this state, for the way to another.</summary>
    public IReadOnlyList<Territory> Units { get; private set; } = [];

    public string CsvLink { get; private set; } = "";

    public bool IsRegion => Territory.Kind == TerritoryKind.Region;

    /// <summary>True when the land changed between the two years that are compared.</summary>
    public bool IsLandBroken => Breaks.OfLand(Territory, Frame.Query.Boundaries, Frame.Query.Period.LastYear, Frame.Query.Period);

    public async Task<IActionResult> OnGetAsync(string territory, CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        if (Territories.Shipped.Find(territory) is not { } place)
        {
            return ProblemView.Of(HttpContext, Problem.NotFound);
        }

        Territory = place;
        var (language, period) = (Frame.Language, Frame.Query.Period);
        var query = FigureQuestion.Of(Frame, IndicatorCatalogue.All);
        Units = query.Territories;
        var answer = await reader.ReadAsync(
            query with { Territories = [.. Units.Union([place])], Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target } }, cancellationToken);

        Name = answer.Name(place, language);
        Marks = new NoteMarks(language);
        Story = TerritoryStory.Of(Territories.Shipped, place, language);
        Absence = Absence.Of(Territories.Shipped, place, period, LoadedMonths.Years(Frame.Publication), language);
        IsAbsent = answer.Values.Where(value => value.Territory == place).All(value => value.Figure.State == ValueState.NotApplicable);
        if (IsAbsent)
        {
            Finding = new Finding(language.Page("district.finding.absent", Name, language.Name(period)), []);
            return Page();
        }

        Land = answer[Head[0], place].Land;
        Finding = Findings.Board(answer, place, language, Marks) is var found && IsRegion ? found : new Finding(language.Page("district.finding", Name, found.Text), found.Marks);
        Like = await LikeAsync(query, place, answer, cancellationToken);
        var months = await Task.WhenAll(Head.Select(indicator => reader.SeriesAsync(FigureQuestion.Months(Frame, indicator, place), cancellationToken)));
        Headlines = [.. Head.Zip(months, (indicator, points) => (
            Headline.Of(answer[indicator, place], Frame, Marks),
            MonthLines.Of(TrendChart.Of(indicator, points, language, Marks))))];
        var standing = Standing(answer);
        var listed = answer with { Values = [.. answer.Values.Where(value => Units.Contains(value.Territory))] };
        var lines = IndicatorCatalogue.All.Select(indicator => Line(indicator, answer, Ranking.Of(listed, indicator), standing)).ToList();
        Groups = [.. lines.GroupBy(line => line.Indicator.Group)];
        Plans = [.. lines.Where(line => line.Target?.Status is not (null or "plan")).OrderByDescending(line => Severity(line.Target!.Status)).ThenBy(line => line.Target!.Attainment)];
        CsvLink = FigureLinks.Csv(Frame, IndicatorCatalogue.All, IsRegion ? [place] : [place, Territories.Shipped.Region]);
        return Page();
    }

    private IndicatorLine Line(Indicator indicator, IndicatorAnswer answer, IReadOnlyList<RankedUnit> ranked, Territory standing) => IndicatorLine.Of(
        answer[indicator, Territory],
        IsRegion ? null : answer[indicator, Territories.Shipped.Region],
        [.. Like.Select(unit => answer[indicator, unit])],
        ranked.FirstOrDefault(unit => unit.Value.Territory == standing),
        ranked.Count(unit => unit.Rank is not null),
        Frame,
        Marks);

    /// <summary>The unit among those listed that stands on the place's land: on common boundaries the place may be a part of what another stands for.</summary>
    private Territory Standing(IndicatorAnswer answer) => Units.Contains(Territory)
        ? Territory
        : Units.FirstOrDefault(unit => unit.Kind != TerritoryKind.Region && answer[Head[0], unit].Land is { } land && land.Id == answer[Head[0], Territory].Land?.Id) ?? Territory;

    // Which units are alike does not hang on the families asked for.
    private async Task<IReadOnlyList<Territory>> LikeAsync(IndicatorQuery query, Territory place, IndicatorAnswer answer, CancellationToken cancellationToken)
    {
        if (IsRegion)
        {
            return [];
        }

        var rate = IndicatorCatalogue.Get("coverage_rate");
        var standing = Standing(answer);
        var residents = await reader.ReadAsync(
            query with { Indicators = [rate], Territories = [.. Units.Union([standing])], Comparisons = new HashSet<Comparison>(), ComparedWith = [query.Period.LastYear], Category = Category.All, Aid = AidKind.All }, cancellationToken);
        return LikeUnits.Of(standing, [.. residents.Values.Where(value => value.Figure.Denominator is not null).Select(value => (value.Territory, value.Figure.Denominator!.Value))]);
    }

    private static int Severity(string? status) => status switch { "far_behind" => 3, "behind" => 2, "near" => 1, _ => 0 };
}
