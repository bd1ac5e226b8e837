using Analytics.Dashboard.Api;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>The publications that are kept, and which figures changed between two of them because of which loads.</summary>
public sealed class ChangesModel(ChangedFigureReader reader, PublicationLedger publications) : PageModel
{
    public const int Shown = 200;
    public const int UnitsShown = 50;

    private const int MostDecimals = 6;

    public Language Language { get; private set; } = Language.Russian;

    /// <summary>Publications that can be compared, newest first.</summary>
    public IReadOnlyList<PublicationRow> Publications { get; private set; } = [];

    /// <summary>What was asked; null for the list alone.</summary>
    public ChangesQuery? Query { get; private set; }

    public ChangedFigures? Changes { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? indicator, string? period, string? offset, CancellationToken cancellationToken)
    {
        Language = PageLanguage.Take(HttpContext);
        Publications = await publications.ListAsync(cancellationToken);
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to))
        {
            return Page();
        }

        try
        {
            Query = ChangesQuery.Read(from, to, indicator, period, offset, null) with { Limit = Shown };
            Changes = await reader.ReadAsync(Query.From, Query.To, Query.Indicator, Query.Period, Query.Offset, Shown, cancellationToken);
            return Page();
        }
        catch (WrongQueryException exception)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(new WrongParameter(exception.Parameter, Request.Query[exception.Parameter].ToString(), Allowed(exception.Parameter))));
        }
        catch (NothingPublishedException)
        {
            return ProblemView.Of(HttpContext, Problem.NotFound);
        }
    }

    /// <summary>One of the two figures, with as many decimals as tell them apart.</summary>
    public string Value(ChangedFigure changed, Figure figure)
    {
        if (figure.Value is not { } value)
        {
            return Language.ShortName(figure.State);
        }

        var decimals = changed.Indicator.Decimals;
        while (changed is { Before.Value: { } before, After.Value: { } after } && decimals < MostDecimals && before != after
            && Language.Number(before, decimals) == Language.Number(after, decimals))
        {
            decimals++;
        }

        return Language.Number(value, decimals) + (changed.Indicator.IsRate ? Language.PercentSuffix : "");
    }

    /// <summary>The address of the next page of figures.</summary>
    public string Next => Address("/changes", Query! with { Offset = Query.Offset + Shown }, null);

    /// <summary>The figures of this page as a file.</summary>
    public string Csv => Address("/api/v1/publications/diff", Query!, "csv");

    private static string Address(string path, ChangesQuery query, string? format)
    {
        var text = new QueryString().Add("from", $"{query.From}").Add("to", $"{query.To}");
        foreach (var (name, value) in new[] { ("indicator", query.Indicator?.Code), ("period", query.Period?.Code), ("offset", query.Offset > 0 ? $"{query.Offset}" : null), ("format", format) })
        {
            text = value is null ? text : text.Add(name, value);
        }

        return path + text;
    }

    private IReadOnlyCollection<string> Allowed(string parameter) => parameter switch
    {
        "indicator" => [.. IndicatorCatalogue.All.Select(indicator => indicator.Code)],
        "period" => ["2020", "2020-06", "2020Q2", "2020-01..06"],
        "offset" => ["0", "200"],
        _ => [.. Publications.Take(10).Select(row => $"{row.Number}")],
    };
}
