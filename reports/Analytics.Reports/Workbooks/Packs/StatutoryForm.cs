using Analytics.Reports.Texts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>One form of the statutory pack: one kind of aid.</summary>
/// <param name="Content">Figures of the period.</param>
/// <param name="SinceJanuary">The same indicators from January to the period's end; null where the period begins in January itself.</param>
internal sealed record StatutoryForm(PackContent Content, IndicatorAnswer? SinceJanuary)
{
    public static readonly Indicator Assigned = IndicatorCatalogue.Get("assigned_amount");
    public static readonly Indicator Paid = IndicatorCatalogue.Get("paid_amount");

    /// <summary>Recipients first, then money.</summary>
    public static IReadOnlyList<Indicator> Indicators { get; } =
        [.. new[] { "families", "persons", "children_1_6", "able_bodied_persons" }.Select(IndicatorCatalogue.Get), Assigned, Paid];

    public AidKind Aid => Content.Answer.Query.Aid;

    /// <summary>Number of the form in the order: 1 to 3 by month, 4 to 6 by quarter; null for other periods, of which the order has no form.</summary>
    public int? Number
    {
        get
        {
            var place = Order(Content.Period).ToList().IndexOf(Aid);
            return Content.Period.Kind switch { PeriodKind.Month => 1 + place, PeriodKind.Quarter => 4 + place, _ => null };
        }
    }

    public string SheetName => Number is { } number ? Content.Text("sheet.form", number, Content.Language.Name(Aid)) : Content.Language.Name(Aid);

    public string Title => Content.Text("title.statutory") + ": " + Content.Language.Name(Aid);

    /// <summary>The kinds of aid in the order of the forms, which is another for quarters.</summary>
    public static IReadOnlyList<AidKind> Order(Period period) => period.Kind == PeriodKind.Quarter
        ? [AidKind.All, AidKind.Conditional, AidKind.Unconditional]
        : [AidKind.All, AidKind.Unconditional, AidKind.Conditional];
}
