using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rows;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Extracts;

/// <summary>
/// The facts themselves as a workbook, for those who may see rows: every fact of a process in a period, with pseudonymous keys. It goes
/// out as a stream and goes on to a next sheet when one is full.
/// </summary>
public sealed class RowExtract(FactRowReader reader)
{
    /// <summary>Reads the facts; what may fail before anything is written fails here.</summary>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    public Task<FactRows> ReadAsync(string process, ReportQuestion question, CancellationToken cancellationToken) =>
        reader.ReadAsync(process, question.Period, question.Place, cancellationToken);

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where it goes; it need not be seekable.</param>
    /// <param name="rows">The facts.</param>
    /// <param name="process">Their process.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">There were fewer or more facts than were counted: the file is not ended then.</exception>
    public static async Task WriteAsync(Stream output, FactRows rows, string process, ReportQuestion question, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var cells = new RowCells(rows.Columns, question);
        await using var workbook = new StreamedWorkbook(output, language.ShortDateFormat.ToLowerInvariant());
        var written = 0L;
        bool Next()
        {
            var isMore = rows.Read();
            written += isMore ? 1 : 0;
            return isMore;
        }

        var title = language.ReportText($"extract.{process}");
        var sheets = await workbook.WriteRowsAsync(
            language.ReportText("extract.sheet"), [.. rows.Columns.Select(column => language.ReportText($"extract.column.{column.Name}"))], [.. rows.Columns.Select(column => Width(column.Kind))], Next, sheet => cells.Write(sheet, rows), cancellationToken);
        if (written != rows.Count)
        {
            throw new InvalidOperationException($"{rows.Count} rows were counted and {written} read: they were loaded anew meanwhile. Ask again.");
        }

        await workbook.FinishAsync(language.ReportText("extract.cover"), title, Cover(rows, question, sheets), cancellationToken);
    }

    private static List<(string, object?)> Cover(FactRows rows, ReportQuestion question, int sheets)
    {
        var language = question.Language;
        var lines = new List<(string, object?)>();
        if (question.IsDemo)
        {
            lines.Add((language.ReportText("subtitle.demo"), null));
        }

        lines.Add((language.ReportText("check.territory"), question.Place.Name(language.Code, question.Period.LastDay)));
        lines.Add((language.ReportText("check.period"), language.Name(question.Period)));
        lines.Add((language.ReportText("check.publication"), rows.Publication.Number));
        lines.Add((language.ReportText("check.published"), language.Date(DateOnly.FromDateTime(rows.Publication.PublishedAt.UtcDateTime))));
        lines.Add((language.ReportText("check.audience"), language.Name(question.Audience)));
        lines.Add((language.ReportText("extract.rows"), rows.Count));
        lines.Add((language.ReportText("extract.sheets"), (long)sheets));
        lines.Add((language.ReportText("extract.since"), rows.Since.Count == 0
            ? language.ReportText("extract.since.none")
            : string.Join(", ", rows.Since.Select(unit => string.Create(CultureInfo.InvariantCulture, $"{unit.Source} {unit.Process} {unit.Period}")))));
        lines.Add((language.ReportText("extract.keys"), language.ReportText("extract.keys.text")));
        return lines;
    }

    private static double Width(FactColumnKind kind) => kind switch
    {
        FactColumnKind.Territory or FactColumnKind.Text => 28,
        FactColumnKind.Key or FactColumnKind.Code => 22,
        FactColumnKind.Money => 16,
        _ => 13,
    };
}
