using Analytics.Reports.Tables;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Charts;

/// <summary>What a funnel, kinds of work or a budget look like: rows of parts, the same on the page and in a picture.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Summary">The drawing in words.</param>
/// <param name="Key">Tones with their meaning.</param>
/// <param name="Rows">Rows.</param>
public sealed record RowDrawing(string Title, string Summary, IReadOnlyList<(int Tone, string Text)> Key, IReadOnlyList<DrawnRow> Rows)
{
    private const int Accent = 1, Grey = 2, Track = 3, Bright = 4;

    /// <summary>The drawing of a table, which must be a funnel, kinds or a budget.</summary>
    public static RowDrawing Of(ChartTable table) => table.Kind switch
    {
        ChartKind.Funnel => Funnel(table, table.Question.Language),
        ChartKind.Kinds => Kinds(table, table.Question.Language),
        ChartKind.Budget => Budget(table, table.Question.Language),
        ChartKind.Reasons => Reasons(table, table.Question.Language),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table.Kind, "It is not drawn in rows."),
    };

    private static RowDrawing Funnel(ChartTable table, Language language)
    {
        var received = table.Rows[0].Cells[0].Figure.Value;
        string[] steps = ["grant_applications", "grants_approved", "grants_paid"];
        // Columns go in pairs: the number and its share. Beyond the first pair stand the categories.
        var isDivided = table.Columns.Count == 6;
        var rows = table.Rows.Select(row =>
        {
            var figures = row.Cells.Where((_, index) => index % 2 == 0).Select(cell => cell.Figure.Value).ToList();
            var label = row.Cells[0].Figure.HasValue
                ? language.Number(figures[0]!.Value, 0) + (row.Cells[1].Figure.Value is { } share ? " · " + language.Number(share, 1) + language.PercentSuffix : "")
                : State(language, row.Cells[0].Figure);
            IReadOnlyList<DrawnPart> parts = figures[0] is { } number && received > 0
                ? isDivided && figures[1] is { } large && figures[2] is { } low
                    ? [Part(0, large / received.Value, Accent), Part(large / received.Value, low / received.Value, Bright)]
                    : [Part(0, number / received.Value, Accent)]
                : [];
            return new DrawnRow(row.Name, parts, null, label, steps.Contains(row.Code));
        }).ToList();
        return new RowDrawing(
            table.Title,
            received is null ? language.ReportText("chart.no_data") : string.Join("; ", rows.Select(row => $"{row.Name}: {row.Label}")) + ".",
            isDivided ? [(Accent, table.Columns[2].Name), (Bright, table.Columns[4].Name)] : [],
            rows);
    }

    // The longest reason fills the row: the row of all refusals would make the others short.
    private static RowDrawing Reasons(ChartTable table, Language language)
    {
        var most = table.Rows.Skip(1).Max(row => row.Cells[0].Figure.Value) ?? 0;
        var rows = table.Rows.Skip(1).Select(row => new DrawnRow(
            row.Name,
            row.Cells[0].Figure.Value is { } count && most > 0 ? [Part(0, count / most, Grey)] : [],
            null,
            $"{language.Number(row.Cells[0].Figure.Value ?? 0, 0)} · {language.Number(row.Cells[1].Figure.Value ?? 0, 1)}{language.PercentSuffix}",
            false)).ToList();
        return new RowDrawing(table.Title, rows.Count == 0 ? language.ReportText("chart.no_data") : string.Join("; ", rows.Select(row => $"{row.Name}: {row.Label}")) + ".", [], rows);
    }

    private static RowDrawing Kinds(ChartTable table, Language language)
    {
        var rows = table.Rows.Select(row =>
        {
            var (all, permanent, subsidised, share) = (row.Cells[0].Figure, row.Cells[1].Figure.Value, row.Cells[2].Figure.Value, row.Cells[3].Figure.Value);
            if (all.Value is not > 0 || permanent is null || subsidised is null)
            {
                return new DrawnRow(row.Name, [], null, State(language, row.Cells.Select(cell => cell.Figure).FirstOrDefault(figure => !figure.HasValue) ?? all), row.IsRegion);
            }

            // A person may have had work of both kinds: alone / both / alone add up to all.
            var whole = all.Value.Value;
            var only = Math.Max(0, whole - subsidised.Value) / whole;
            var other = Math.Max(0, whole - permanent.Value) / whole;
            var both = Math.Max(0, 1 - only - other);
            return new DrawnRow(
                row.Name,
                [Part(0, only, Accent), Part(only, both, Bright), Part(only + both, other, Grey)],
                null,
                $"{(share is { } known ? language.Number(known, 1) + language.PercentSuffix : IndicatorTexts.Absent)} · {language.Number(whole, 0)}",
                row.IsRegion);
        }).ToList();
        return new RowDrawing(
            table.Title,
            Ends(table, 3, language),
            [(Accent, language.ReportText("chart.kinds.permanent")), (Bright, language.ReportText("chart.kinds.both")), (Grey, language.ReportText("chart.kinds.subsidised"))],
            rows);
    }

    private static RowDrawing Budget(ChartTable table, Language language)
    {
        var hasPlan = table.Columns.Count == 4;
        // All rows share one scale: what was allocated is as long everywhere, unless somebody paid more.
        var widest = Math.Max(100, table.Rows.Select(row => row.Cells[2].Figure.Value ?? 0).Concat(table.Rows.Select(row => PlanOf(row) ?? 0)).DefaultIfEmpty(0).Max()) / 100;
        var rows = table.Rows.Select(row =>
        {
            var (paid, allocated, execution) = (row.Cells[0].Figure, row.Cells[1].Figure, row.Cells[2].Figure);
            return execution.Value is { } done && paid.Value is { } spent && allocated.Value is { } given
                ? new DrawnRow(
                    row.Name,
                    [Part(0, 1 / widest, Track), Part(0, done / 100 / widest, Accent)],
                    PlanOf(row) is { } plan ? (double)(plan / widest) : null,
                    $"{language.Number(done, 1)}{language.PercentSuffix} · {language.Text("figure.parts", Millions(spent), Millions(given))}",
                    row.IsRegion)
                : new DrawnRow(row.Name, [], null, State(language, new[] { execution, paid, allocated }.First(figure => !figure.HasValue)), row.IsRegion);
        }).ToList();
        return new RowDrawing(
            table.Title,
            Ends(table, 2, language),
            [(Accent, language.ReportText("chart.budget.paid")), (Track, language.ReportText("chart.budget.allocated")), .. hasPlan ? new[] { (0, language.ReportText("chart.budget.plan")) } : []],
            rows);

        decimal? PlanOf(ChartRow row) => hasPlan && row.Cells[3].Figure.Value is { } plan && row.Cells[1].Figure.Value is > 0 and var given ? plan / given * 100 : null;
        string Millions(decimal tenge) => language.Number(tenge / 1_000_000m, 1);
    }

    // The highest and the lowest district of a column of rates.
    private static string Ends(ChartTable table, int column, Language language)
    {
        var known = table.Rows.Where(row => !row.IsRegion && row.Cells[column].Figure.HasValue).OrderByDescending(row => row.Cells[column].Figure.Value).ToList();
        return known.Count == 0 ? language.ReportText("chart.no_data") : language.ReportText("chart.ends", table.Columns[column].Name, Named(known[0]), Named(known[^1]));

        string Named(ChartRow row) => $"{row.Name} ({language.Number(row.Cells[column].Figure.Value!.Value, 1)}{language.PercentSuffix})";
    }

    private static string State(Language language, Figure figure) => figure.HasValue ? language.Number(figure.Value!.Value, 0) : $"{IndicatorTexts.Absent} {language.Name(figure.State)}";

    private static DrawnPart Part(decimal start, decimal length, int tone) => new((double)(start * 100), (double)(length * 100), tone);
}
