using System.Globalization;
using Analytics.Dashboard.Pages.Caching;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Security;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rows;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>The rows behind one figure, page by page, for those with the right: what they give is computed now and set beside what is published.</summary>
[TypeFilter<PageRequestFilter>]
public sealed class FigureRowsModel(FigureLineReader reader, RowAccess access) : PageModel
{
    public const int PageSize = 100;

    public PageRequest Frame { get; private set; } = null!;

    public FigureLines Lines { get; private set; } = null!;

    public FigurePart Part { get; private set; }

    /// <summary>Number of the page of rows, from 1.</summary>
    public int Number { get; private set; }

    public int Pages => (int)Math.Max(1, (Lines.Count + PageSize - 1) / PageSize);

    public string Place { get; private set; } = "";

    /// <summary>How the rows and the figure compare, in a sentence.</summary>
    public string Verdict { get; private set; } = "";

    public RowColumns Columns { get; private set; } = null!;

    /// <summary>What the definition leaves out; null where the way from records to figure is not a plain one.</summary>
    public TakenFacts? Taken { get; private set; }

    /// <summary>Address of the rows of a figure.</summary>
    public static string Link(PageRequest request, Indicator indicator, Territory territory, FigurePart part = FigurePart.Numerator, int number = 1)
    {
        var link = request.Query.WithoutView().Link($"/figures/{indicator.Code}/{territory.Slug}/rows", request.Language);
        link += part == FigurePart.Numerator ? "" : $"&part={part.Code()}";
        return number == 1 ? link : string.Create(CultureInfo.InvariantCulture, $"{link}&page={number}");
    }

    public async Task<IActionResult> OnGetAsync(string indicator, string territory, CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        // The facts change without the publication.
        PageCache.KeepOut(Response);
        if (!access.IsAllowed)
        {
            return ProblemView.Of(HttpContext, Problem.NoRightToRows);
        }

        if (IndicatorCatalogue.Find(indicator) is not { } asked || Territories.Shipped.Find(territory) is not { } place)
        {
            return ProblemView.Of(HttpContext, Problem.NotFound);
        }

        if (WrongPart(asked) is { } wrongPart)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(wrongPart));
        }

        if (!TryReadNumber(out var number))
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(new WrongParameter("page", Text("page"), ["1", "2"])));
        }

        Number = number;
        var query = FigureQuestion.Of(Frame, [asked]) with { Territories = [place] };
        Lines = await reader.ReadAsync(query, Part, PageSize, (long)(Number - 1) * PageSize, cancellationToken);
        if (Number > 1 && Lines.Page.Count == 0)
        {
            Lines = await reader.ReadAsync(query, Part, PageSize, 0, cancellationToken);
            return ProblemView.Of(HttpContext, Problem.Wrong(new WrongParameter("page", Text("page"), ["1", Pages.ToString(CultureInfo.InvariantCulture)])));
        }

        var language = Frame.Language;
        Place = Lines.Value.Name(language.Code, Frame.Query.Period.LastDay);
        Columns = new RowColumns(Lines, language);
        Verdict = RowTexts.Verdict(language, Lines);
        Taken = RowColumns.IsPlain(Lines.Measure) ? await reader.CountAsync(Lines.Measure, Frame.Query.Period, cancellationToken) : null;
        return Page();
    }

    public string LinkTo(FigurePart part, int number = 1) => Link(Frame, Lines.Value.Indicator, Lines.Value.Territory, part, number);

    private WrongParameter? WrongPart(Indicator indicator)
    {
        string[] allowed = indicator.Denominator is null ? [FigurePart.Numerator.Code()] : [.. Codes.All<FigurePart>()];
        var text = Text("part");
        if (text.Length > 0 && !allowed.Contains(text))
        {
            return new WrongParameter("part", text, allowed);
        }

        Part = text.Length == 0 ? FigurePart.Numerator : Codes.Read<FigurePart>(text);
        return null;
    }

    private bool TryReadNumber(out int number)
    {
        number = 1;
        return Text("page") is "" || (int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < 10_000_000);
    }

    // "page" names the page itself in routes, so that it cannot be bound.
    private string Text(string name) => Request.Query[name].ToString();
}
