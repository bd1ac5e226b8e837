using System.Globalization;
using System.Text;
using Analytics.Dashboard.Pages.Loads;
using Analytics.Etl.Loading;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>The rows that were not taken: by rule with what the rule asks for, and each with its number at the source.</summary>
public sealed class DataQuarantineModel(QuarantineReader quarantine) : PageModel
{
    public const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Table { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public int Number { get; set; } = 1;

    public Language Language { get; private set; } = Language.Russian;

    /// <summary>All rules that were broken, whatever is filtered, so that the filters offer them.</summary>
    public IReadOnlyList<QuarantineCount> All { get; private set; } = [];

    /// <summary>The rules of the chosen source, table and rule.</summary>
    public IReadOnlyList<QuarantineCount> Counts { get; private set; } = [];

    public IReadOnlyList<QuarantinedRow> Rows { get; private set; } = [];

    public long Total => Counts.Sum(count => count.Rows);

    public int Pages => (int)Math.Max(1, (Total + PageSize - 1) / PageSize);

    private QuarantineFilter Filter => new(Source ?? "", Table ?? "", Rule ?? "");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Language = PageLanguage.Take(HttpContext);
        All = await quarantine.CountAsync(new QuarantineFilter("", "", ""), cancellationToken);
        Counts = [.. All.Where(count => Filter.Takes(count))];
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await quarantine.ListAsync(Filter, PageSize, (Number - 1) * PageSize, cancellationToken);
    }

    /// <summary>The chosen rows as a file that a spreadsheet opens.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder("source,table,period,source_key,rule,column,times_seen,first_seen_at,last_seen_at\r\n");
        foreach (var row in await quarantine.ListAsync(Filter, QuarantineReader.Most, 0, cancellationToken))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Source},{row.Process},{row.Period},{row.SourceKey},{row.Rule},{row.Column},{row.TimesSeen},{row.FirstSeenAt:O},{row.SeenAt:O}\r\n");
        }

        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", "quarantine.csv");
    }

    /// <summary>The address of this page with another filter or page.</summary>
    public string Link(string? source, string? table, string? rule, int number = 1, bool asCsv = false)
    {
        var query = new QueryString();
        foreach (var (name, value) in new[] { ("source", source), ("table", table), ("rule", rule), ("part", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null), ("handler", asCsv ? "csv" : null) })
        {
            query = string.IsNullOrEmpty(value) ? query : query.Add(name, value);
        }

        return "/data/quarantine" + query;
    }
}
