using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>All indicators of the region in two periods, on the boundaries of the day, on today's, and on common ones: only the last tell a change of the same land.</summary>
internal sealed class BoundariesSheet(SheetWriter writer, PackContent content, IReadOnlyList<PackContent> boundaries)
{
    private const int Unit = 2, FirstBlock = 3, BlockWidth = 3;
    private const int SubHeadRow = SheetFrame.HeadRow + 1;
    private readonly Language language = content.Language;
    private readonly List<string> notes = [];

    private int Notes => FirstBlock + (BlockWidth * boundaries.Count);

    /// <summary>The question on each of the boundaries, of one publication; for the public only on those of the day, on which alone small numbers are hidden.</summary>
    public static async Task<IReadOnlyList<PackContent>> ReadAsync(IndicatorReader reader, ReportQuestion question, CancellationToken cancellationToken)
    {
        var contents = new List<PackContent>();
        var other = question.With ?? question.Period.LastYear;
        foreach (var boundaries in question.Audience == Audience.Public ? [Boundaries.AsReported] : Enum.GetValues<Boundaries>())
        {
            var asked = question with { Boundaries = boundaries, Publication = contents.FirstOrDefault()?.Answer.Publication.Number ?? question.Publication };
            var query = asked.Of(IndicatorCatalogue.All);
            var answer = await reader.ReadAsync(other == question.Period.LastYear ? query : query with { Comparisons = new HashSet<Comparison>(), ComparedWith = [other] }, cancellationToken);
            contents.Add(new PackContent(AgainstOther(answer), question.Language, question.IsDemo) { Other = other });
        }

        return contents;
    }

    public void Write()
    {
        var title = content.Text("title.boundaries");
        writer.Sheet.Column(1).Width = 46;
        writer.Sheet.Column(Unit).Width = 12;
        for (var column = FirstBlock; column < Notes; column++)
        {
            writer.Sheet.Column(column).Width = 16;
        }

        writer.Sheet.Column(Notes).Width = 14;
        SheetFrame.WriteTitle(writer, content, title);
        WriteHead();
        var row = SubHeadRow + 1;
        foreach (var group in content.Groups)
        {
            writer.Text(row, 1, language.Name(group)).Style.Font.SetBold().Font.SetFontColor(CellStyles.Accent);
            writer.Sheet.Range(row, 1, row, Notes).Row();
            writer.Sheet.Row(row++).Height = 21;
            foreach (var indicator in IndicatorCatalogue.In(group))
            {
                WriteRow(row++, indicator);
            }
        }

        IEnumerable<string> lines = [content.Text("note.boundaries"), content.Text("note.formulas_only"), .. notes.Select((note, index) => $"{index + 1}) {language.Note(note)}")];
        SheetFrame.WriteNotes(writer, row + 1, Notes, lines);
        SheetFrame.SetUp(writer, content, title, SubHeadRow, 1, isOnePage: true);
    }

    // Compared with a period that is named, the other side stands where last year's does.
    private static IndicatorAnswer AgainstOther(IndicatorAnswer answer) => answer.Query.ComparedWith.Count == 0
        ? answer
        : answer with
        {
            Values = [.. answer.Values.Select(value => value with
            {
                LastYear = value.Others[0].Figure,
                Change = value.Others[0].Change,
                NotComparable = value.Others[0].Reasons,
                Notes = [.. value.Notes.Union(value.Others[0].Notes).Union(value.Others[0].Reasons)],
            })],
        };

    private void WriteHead()
    {
        writer.Text(SheetFrame.HeadRow, 1, content.Text("head.indicator"));
        writer.Text(SheetFrame.HeadRow, Unit, content.Text("head.unit"));
        writer.Text(SheetFrame.HeadRow, Notes, content.Text("head.notes"));
        foreach (var (index, one) in boundaries.Index())
        {
            var column = FirstBlock + (BlockWidth * index);
            writer.Text(SheetFrame.HeadRow, column, language.Name(one.Answer.Query.Boundaries));
            writer.Text(SubHeadRow, column, language.Name(content.Period));
            writer.Text(SubHeadRow, column + 1, language.Name(content.Other));
            writer.Text(SubHeadRow, column + 2, content.Text("head.change_relative"));
        }

        var head = writer.Sheet.Range(SheetFrame.HeadRow, 1, SubHeadRow, Notes);
        head.Head();
        writer.Sheet.Range(SubHeadRow, FirstBlock, SubHeadRow, Notes - 1).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Font.SetBold(false);
        foreach (var index in Enumerable.Range(0, boundaries.Count))
        {
            var column = FirstBlock + (BlockWidth * index);
            writer.Sheet.Range(SheetFrame.HeadRow, column, SheetFrame.HeadRow, column + BlockWidth - 1).Merge();
        }

        foreach (var column in new[] { 1, Unit, Notes })
        {
            writer.Sheet.Range(SheetFrame.HeadRow, column, SubHeadRow, column).Merge();
        }

        writer.Sheet.Cell(SheetFrame.HeadRow, Notes).Style.Alignment.SetIndent(1);
        writer.Sheet.Row(SheetFrame.HeadRow).Height = 18;
        writer.Sheet.Row(SubHeadRow).Height = 42;
    }

    private void WriteRow(int row, Indicator indicator)
    {
        writer.Text(row, 1, language.Name(indicator)).Style.Alignment.SetIndent(1);
        writer.Text(row, Unit, language.UnitName(indicator.Unit)).Style.Font.SetFontColor(CellStyles.Muted);
        var marks = new List<string>();
        foreach (var (index, one) in boundaries.Index())
        {
            var (column, value) = (FirstBlock + (BlockWidth * index), one.Answer[indicator, PackContent.Region]);
            writer.Figure(row, column, indicator, value.Figure);
            writer.Figure(row, column + 1, indicator, value.LastYear);
            writer.Change(row, column + 2, value, column, column + 1);
            var name = $"{language.Name(indicator)}, {language.Name(one.Answer.Query.Boundaries)}";
            writer.Control($"{name}, {language.Name(content.Period)}", column, (row, row), [value.Figure.Value]);
            writer.Control($"{name}, {language.Name(content.Other)}", column + 1, (row, row), [value.LastYear?.Value]);
            if (index == 0)
            {
                writer.Index.Add(indicator, one.Answer, writer.Reference(SheetWriter.Address(row, column)));
            }

            marks.AddRange(value.Notes.Except(marks));
        }

        notes.AddRange(marks.Except(notes));
        writer.Text(row, Notes, string.Join(", ", marks.Select(note => $"{notes.IndexOf(note) + 1})"))).Second();
        writer.Sheet.Cell(row, Notes).Style.Alignment.SetIndent(1);
        writer.Sheet.Range(row, 1, row, Notes).Row();
        foreach (var index in Enumerable.Range(0, boundaries.Count))
        {
            writer.Sheet.Range(row, FirstBlock + (BlockWidth * index), row, FirstBlock + (BlockWidth * index)).GroupBegins();
        }
    }
}
