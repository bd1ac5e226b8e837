using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Security;
using Analytics.Etl.Loading;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rows;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>How one figure is made: its definition and parts, the loads it rests on, why it changed, and where the year is going.</summary>
[TypeFilter<PageRequestFilter>]
public sealed class FigureModel(
    IndicatorReader reader, ExplanationReader explanations, ForecastReader forecasts, FigureLineReader lines, UnitLedger ledger, QuarantineReader quarantine, RowAccess access) : PageModel
{
    public PageRequest Frame { get; private set; } = null!;

    public IndicatorValue Value { get; private set; } = null!;

    public NoteMarks Marks { get; private set; } = null!;

    public FigureCell Cell { get; private set; } = null!;

    public FigureScale Scale { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>What the figure is made of, with the number of each; null where it is absent.</summary>
    public IReadOnlyList<(string Name, decimal? Value)> Parts { get; private set; } = [];

    public IReadOnlyList<FigureSourceState> Sources { get; private set; } = [];

    /// <summary>What the definitions of the figure's quantities leave out, all territories together.</summary>
    public IReadOnlyList<(string Name, TakenFacts Facts)> Taken { get; private set; } = [];

    /// <summary>Address of the rows behind the figure; null for whoever may not see them.</summary>
    public string? RowsLink { get; private set; }

    /// <summary>False when the two periods are not comparable and the reader has not asked for the change all the same.</summary>
    public bool IsCompared { get; private set; }

    /// <summary>The change against last year divided in several ways; what cannot be divided has its reason.</summary>
    public IReadOnlyList<Explanation> Explanations { get; private set; } = [];

    public Forecast Forecast { get; private set; } = null!;

    /// <summary>Address of a figure's page.</summary>
    public static string Link(PageRequest request, Indicator indicator, Territory territory) =>
        request.Query.WithoutView().Link($"/figures/{indicator.Code}/{territory.Slug}", request.Language);

    public async Task<IActionResult> OnGetAsync(string indicator, string territory, CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        if (IndicatorCatalogue.Find(indicator) is not { } asked || Territories.Shipped.Find(territory) is not { } place)
        {
            return ProblemView.Of(HttpContext, Problem.NotFound);
        }

        var language = Frame.Language;
        var query = FigureQuestion.Of(Frame, [asked]) with { Territories = [place] };
        var answer = await reader.ReadAsync(query, cancellationToken);
        Value = answer[asked, place];
        Marks = new NoteMarks(language);
        Scale = FigureScale.Of(asked, language);
        Cell = FigureCell.Of(Value, Scale, language, Marks);
        Place = answer.Name(place, language);
        Parts = asked.Denominator is null
            ? [(language.Name(asked.Numerator), Value.Figure.Numerator)]
            : [(language.Name(asked.Numerator), Value.Figure.Numerator), (language.Name(asked.Denominator), Value.Figure.Denominator)];
        RowsLink = access.IsAllowed && Value.Figure.HasValue ? FigureRowsModel.Link(Frame, asked, place) : null;
        var period = Frame.Query.Period;
        Sources = await Task.WhenAll(FigureSource.Of(Frame.Publication, asked, period).Select(source => FigureSourceState.ReadAsync(source, period, ledger, quarantine, cancellationToken)));
        Taken = await Task.WhenAll(asked.Measures.Where(measure => RowColumns.IsPlain(measure) && Sources.Count > 0).Select(
            async measure => (language.Name(measure), await lines.CountAsync(measure, period, cancellationToken))));
        IsCompared = Value.NotComparable.Count == 0 || Frame.Query.ShowsIncomparable;
        Explanations = IsCompared ? await Task.WhenAll(Ways(asked, place).Select(by => explanations.ReadAsync(query, by, cancellationToken))) : [];
        Forecast = await forecasts.ReadAsync(query, cancellationToken);
        return Page();
    }

    /// <summary>The ways in which a change of an indicator can be divided.</summary>
    internal static IEnumerable<ExplanationBy> Ways(Indicator indicator, Territory place)
    {
        if (place.Kind == TerritoryKind.Region)
        {
            yield return ExplanationBy.District;
        }

        if (indicator.HasCategory)
        {
            yield return ExplanationBy.Category;
        }

        if (indicator.HasAid)
        {
            yield return ExplanationBy.Aid;
        }

        yield return ExplanationBy.Factors;
    }
}
