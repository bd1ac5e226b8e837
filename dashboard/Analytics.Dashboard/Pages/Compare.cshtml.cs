using Analytics.Dashboard.Pages.Compared;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Security;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>Two periods of a territory, or two territories: all indicators side by side, and why one of them changed.</summary>
[ForPublic]
[TypeFilter<PageRequestFilter>]
public sealed class CompareModel(IndicatorReader reader, ExplanationReader explanations) : PageModel
{
    public PageRequest Frame { get; private set; } = null!;

    public ComparedSides Sides { get; private set; } = null!;

    /// <summary>Names of both territories as their figures stand.</summary>
    public (string One, string Other) Names { get; private set; }

    public NoteMarks Marks { get; private set; } = null!;

    public IReadOnlyList<IGrouping<IndicatorGroup, ComparedLine>> Groups { get; private set; } = [];

    /// <summary>The indicator of the heading and of the explanation.</summary>
    public ComparedLine? Chosen { get; private set; }

    /// <summary>Number of indicators whose sides are not compared.</summary>
    public int Refused { get; private set; }

    /// <summary>True when the same land can be had by other boundaries.</summary>
    public bool IsLandBroken { get; private set; }

    /// <summary>The change of the chosen indicator divided in several ways; nothing where it is no change or is not told.</summary>
    public IReadOnlyList<Explanation> Explanations { get; private set; } = [];

    public string CsvLink { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        var (language, state) = (Frame.Language, Frame.Query);
        if (ViewChoice.Wrong("chart", state.Chart, IndicatorCatalogue.All) is { } unknown)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(unknown));
        }

        if (ComparedSides.Read(state, out var wrong) is not { } sides)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(wrong!));
        }

        Sides = sides;
        Marks = new NoteMarks(language);
        var query = FigureQuestion.Of(Frame, IndicatorCatalogue.All) with
        {
            Territories = sides.IsOfTime ? [sides.Territory] : [sides.Territory, sides.WithTerritory],
            Comparisons = new HashSet<Comparison>(),
            ComparedWith = sides.Period == sides.With ? [] : [sides.With],
        };
        var answer = await reader.ReadAsync(query, cancellationToken);
        Names = (answer.Name(sides.Territory, language), answer[IndicatorCatalogue.All[0], sides.WithTerritory].Name(language.Code, sides.With.LastDay));
        if (sides.AreSame)
        {
            return Page();
        }

        var lines = IndicatorCatalogue.All.Select(indicator => Line(indicator, answer)).ToList();
        Groups = [.. lines.GroupBy(line => line.Indicator.Group)];
        Chosen = lines.Find(line => line.Indicator.Code == (state.Chart ?? "families"));
        Refused = lines.Count(line => line.IsRefused);
        IsLandBroken = state.Boundaries == Boundaries.AsReported && sides.IsOfTime
            && lines.Exists(line => line.Difference.Reasons.Contains("boundary_changed") || line.Difference.Reasons.Contains("part_of_period"));
        CsvLink = FigureLinks.Csv(Frame, IndicatorCatalogue.All, query.Territories, string.Join(',', query.ComparedWith.Select(period => period.Code)));
        if (sides.IsOfTime && Chosen is { Difference.Change: not null, Indicator: var asked })
        {
            foreach (var by in FigureModel.Ways(asked, sides.Territory))
            {
                Explanations = [.. Explanations, await explanations.ReadAsync(query with { Indicators = [asked] }, by, cancellationToken)];
            }
        }

        return Page();
    }

    private ComparedLine Line(Indicator indicator, IndicatorAnswer answer)
    {
        var value = answer[indicator, Sides.Territory];
        var there = answer[indicator, Sides.WithTerritory];
        var other = there.Others is [var then] ? there with { Figure = then.Figure, Notes = then.Notes } : there;
        var difference = Sides.IsOfTime
            ? SideDifference.InTime(there.Others[0])
            : SideDifference.OfPlaces(indicator, Sides, value.Figure, other.Figure, Frame.Query.ShowsIncomparable);
        return ComparedLine.Of(value, other, difference, Sides, Frame, Marks);
    }
}
