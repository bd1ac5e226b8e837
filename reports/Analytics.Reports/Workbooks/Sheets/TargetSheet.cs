using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>The sheet of targets: every indicator with a plan, the region first, with both attainments as formulas and the status in words.</summary>
internal sealed class TargetSheet(SheetWriter writer, PackContent content)
{
    private const int Territory = 1, Unit = 2, Year = 3, ToDate = 4, Fact = 5, Attainment = 6, YearAttainment = 7, Status = 8, Decree = 9, Notes = 10;
    private static readonly double[] Widths = [34, 13, 16, 16, 16, 13, 13, 20, 34, 10];

    private readonly Language language = content.Language;
    private readonly List<string> notes = [];

    // Of a workbook about a district only its own plans.
    private readonly IReadOnlyList<Warehouse.Dimensions.Territory> territories = content.Subject == PackContent.Region ? content.Answer.Query.Territories : [content.Subject];

    public static void Write(SheetWriter writer, PackContent content) => new TargetSheet(writer, content).Write();

    /// <summary>A status as sign and word: <c>▼ behind</c>; the sign is for those who print in black and white.</summary>
    public static string StatusText(Language language, string? status) => $"{Sign(status)} {language.TargetStatus(status)}".Trim();

    /// <summary>Writes a status in its colour.</summary>
    public static void WriteStatus(SheetWriter writer, int row, int column, string? status, Language language)
    {
        var style = writer.Text(row, column, StatusText(language, status)).Style;
        style.Alignment.SetIndent(1);
        style.Font.SetFontColor(status switch { "met" => CellStyles.Accent, "behind" or "far_behind" => CellStyles.Warning, _ => CellStyles.Text });
        style.Font.SetBold(status == "far_behind");
    }

    private void Write()
    {
        var title = language.ReportText("title.targets");
        foreach (var (index, width) in Widths.Index())
        {
            writer.Sheet.Column(index + 1).Width = width;
        }

        SheetFrame.WriteTitle(writer, content, title);
        string[] heads = ["territory", "unit", "target_year", "target_to_date", "fact", "attainment", "year_attainment", "status", "decree", "notes"];
        foreach (var (index, head) in heads.Index())
        {
            writer.Text(SheetFrame.HeadRow, index + 1, language.ReportText($"head.{head}"));
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SheetFrame.HeadRow, Notes).Head();
        writer.Sheet.Range(SheetFrame.HeadRow, Year, SheetFrame.HeadRow, YearAttainment).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        writer.Sheet.Range(SheetFrame.HeadRow, Status, SheetFrame.HeadRow, Notes).Style.Alignment.SetIndent(1);
        writer.Sheet.Row(SheetFrame.HeadRow).Height = 29;
        (string Name, (int First, int Last) Rows)? drawn = null;
        var row = SheetFrame.HeadRow + 1;
        foreach (var indicator in content.Answer.Query.Indicators)
        {
            var values = territories.Select(territory => content.Answer[indicator, territory]).Where(value => value.Target is not null).ToList();
            if (values.Count == 0)
            {
                continue;
            }

            writer.Text(row, 1, language.Name(indicator)).Style.Font.SetBold().Font.SetFontColor(CellStyles.Accent);
            writer.Sheet.Range(row, 1, row, Notes).Row();
            writer.Sheet.Row(row++).Height = 21;
            var first = row;
            foreach (var value in values)
            {
                WriteRow(row++, value, value.Target!);
            }

            var name = language.Name(indicator);
            if (drawn is null && values.Count > 2 && SheetCharts.Lead([indicator]) is not null && indicator.Direction != Direction.Neutral)
            {
                drawn = (name, (first + 1, row - 1));
            }

            writer.Control($"{name}: {content.Text("head.target_year")}", Year, (first, row - 1), values.Select(value => (decimal?)value.Target!.Year));
            writer.Control($"{name}: {content.Text("head.target_to_date")}", ToDate, (first, row - 1), values.Select(value => value.Target!.ToDate));
            writer.Control($"{name}: {content.Text("head.fact")}", Fact, (first, row - 1), values.Select(value => value.Figure.Value));
        }

        IEnumerable<string> lines = [language.ReportText("note.targets"), .. notes.Select((note, index) => $"{index + 1}) {language.Note(note)}")];
        var after = SheetFrame.WriteNotes(writer, row + 1, Notes, lines);
        if (drawn is var (plan, rows))
        {
            SheetCharts.Plan(writer, plan, rows, (Fact, content.Text("head.fact")), (ToDate, content.Text("head.target_to_date")), after + 1);
        }

        SheetFrame.SetUp(writer, content, title, SheetFrame.HeadRow, 1);
    }

    private void WriteRow(int row, IndicatorValue value, TargetFigure target)
    {
        var indicator = value.Indicator;
        var isRegion = value.Territory.Id == PackContent.Region.Id;
        writer.Text(row, Territory, content.Name(value.Territory)).Style.Alignment.SetIndent(1);
        writer.Text(row, Unit, language.UnitName(indicator.Unit)).Style.Font.SetFontColor(CellStyles.Muted);
        writer.Number(row, Year, target.Year, indicator.Format());
        if (target.ToDate is { } due)
        {
            writer.Number(row, ToDate, due, indicator.Format());
        }

        if (value.Figure.Value is { } fact)
        {
            writer.Number(row, Fact, fact, indicator.Format());
        }
        else
        {
            writer.State(row, Fact, value.Figure.State);
        }

        WriteAttainment(row, Attainment, ToDate, target.Attainment);
        WriteAttainment(row, YearAttainment, Year, target.YearAttainment);
        WriteStatus(writer, row, Status, target.Status, language);
        writer.Text(row, Decree, DecreeOf(target)).Style.Alignment.SetIndent(1);
        writer.Sheet.Cell(row, Decree).Style.Font.SetFontColor(CellStyles.Muted);
        if (target.Notes.Count > 0)
        {
            notes.AddRange(target.Notes.Except(notes));
            writer.Text(row, Notes, string.Join(", ", target.Notes.Select(note => $"{notes.IndexOf(note) + 1})"))).Second();
            writer.Sheet.Cell(row, Notes).Style.Alignment.SetIndent(1);
        }

        var range = writer.Sheet.Range(row, 1, row, Notes);
        range.Row();
        if (isRegion)
        {
            range.RegionRow();
        }
    }

    // Of parts and whole, so that whoever changes a plan in the sheet sees what follows.
    private void WriteAttainment(int row, int column, int plan, decimal? attainment)
    {
        if (attainment is not null)
        {
            writer.Formula(row, column, Formulas.Ratio(SheetWriter.Address(row, Fact), SheetWriter.Address(row, plan), 100), attainment, $"#,##0.0\"{language.PercentSuffix}\"");
        }
        else
        {
            writer.Text(row, column, IndicatorTexts.Absent).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        }
    }

    private string DecreeOf(TargetFigure target) => string.Join(", ", new[]
    {
        language.Text($"target.stage.{target.Stage}"),
        target.DecreeNumber,
        target.DecreeDate is { } day ? language.Date(day) : "",
    }.Where(part => part.Length > 0));

    private static string Sign(string? status) => status switch { "met" => "●", "near" => "◐", "behind" => "▼", "far_behind" => "▼▼", _ => "" };
}
