using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>State of the loads by source and table, from the control database; it can be read while nothing is published yet.</summary>
public sealed class DataModel(UnitLedger ledger) : PageModel
{
    public Language Language { get; private set; } = Language.Russian;

    public IReadOnlyList<TableState> Tables { get; private set; } = [];

    /// <summary>Units whose last load failed or is in doubt, with the reason.</summary>
    public IReadOnlyList<LoadUnitRow> Troubles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Language = PageLanguage.Of(HttpContext);
        if (Request.Query.ContainsKey(PageLanguage.Parameter))
        {
            PageLanguage.Remember(HttpContext, Language);
        }

        var units = await ledger.AllAsync(cancellationToken);
        Tables = [.. units.GroupBy(unit => (unit.Source, unit.Process)).Select(group => TableState.Of(group.Key.Source, group.Key.Process, [.. group]))];
        Troubles = [.. units.Where(unit => unit.Message.Length > 0)];
    }
}
