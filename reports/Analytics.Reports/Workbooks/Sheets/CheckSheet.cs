using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>
/// The check of the workbook by itself: what stands in the cells now against what was published, column by column, and against the
/// totals that were verified in the sources. A cell that somebody changes makes a difference here.
/// </summary>
/// <param name="writer">Writes the sheet.</param>
/// <param name="content">What the workbook is about.</param>
/// <param name="answers">All answers of the workbook.</param>
internal sealed class CheckSheet(SheetWriter writer, PackContent content, IReadOnlyList<IndicatorAnswer> answers)
{
    private const int Place = 1, Name = 2, Range = 3, Count = 4, Written = 5, Expected = 6, Difference = 7, Verified = 8;
    private const int VerdictRow = SheetFrame.HeadRow - 1;
    private const string Exact = "#,##0.######";
    private static readonly double[] Widths = [24, 58, 14, 11, 22, 22, 14, 20];

    private readonly Language language = content.Language;

    public void Write()
    {
        var title = content.Text("title.check");
        foreach (var (index, width) in Widths.Index())
        {
            writer.Sheet.Column(index + 1).Width = width;
        }

        SheetFrame.WriteTitle(writer, content, title);
        var row = SheetFrame.HeadRow;
        WriteHead(row++, ["sheet", "figures", "cells", "count", "in_workbook", "in_publication", "difference"]);
        var blocks = new List<(int First, int Last)>();
        var first = row;
        foreach (var sum in writer.Index.Sums)
        {
            WriteSum(row++, sum);
        }

        blocks.Add((first, row - 1));
        var sources = content.Answer.Query.Audience == Audience.Internal ? SourceTotal.Of(content, writer.Index) : [];
        if (sources.Count > 0)
        {
            row++;
            WriteHead(row++, ["source", "source_table", "units", "rows", "in_workbook", "in_source", "difference", "verified"]);
            first = row;
            foreach (var total in sources)
            {
                WriteSource(row++, total);
            }

            blocks.Add((first, row - 1));
        }

        WriteVerdict(blocks);
        WriteFacts(row + 1);
        SheetFrame.SetUp(writer, content, title, SheetFrame.HeadRow, 0);
    }

    private void WriteHead(int row, IReadOnlyList<string> heads)
    {
        foreach (var (index, head) in heads.Index())
        {
            writer.Text(row, index + 1, content.Text($"check.{head}"));
        }

        writer.Sheet.Range(row, 1, row, Verified).Head();
        writer.Sheet.Range(row, Count, row, Difference).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        writer.Sheet.Row(row).Height = 29;
    }

    private void WriteSum(int row, ControlSum sum)
    {
        writer.Text(row, Place, sum.Sheet);
        writer.Text(row, Name, sum.Name);
        writer.Text(row, Range, sum.Range).Second();
        writer.Number(row, Count, sum.Cells, "#,##0");
        writer.Formula(row, Written, $"SUM({SheetWriter.Quoted(sum.Sheet)}!{sum.Range})", sum.Written, Exact);
        writer.Number(row, Expected, sum.Published, Exact);
        WriteDifference(row, sum.Written - sum.Published);
    }

    private void WriteSource(int row, SourceTotal total)
    {
        writer.Text(row, Place, total.Source);
        writer.Text(row, Name, total.Table);
        writer.Number(row, Range, total.Units, "#,##0").Second();
        writer.Number(row, Count, total.Rows, "#,##0");
        writer.Text(row, Verified, Moment(total.VerifiedAt)).Style.Alignment.SetIndent(1);
        if (total.Total is { } inSource && total.Cells is { } cells)
        {
            writer.Formula(row, Written, string.Join('+', cells), total.InWorkbook, Exact);
            writer.Number(row, Expected, inSource, Exact);
            WriteDifference(row, total.InWorkbook - inSource);
        }

        writer.Sheet.Range(row, 1, row, Verified).Row();
    }

    // Rounded far below a tiyn: sums of doubles differ in the last digit.
    private void WriteDifference(int row, decimal difference)
    {
        var cell = writer.Formula(row, Difference, $"ROUND({SheetWriter.Address(row, Written)}-{SheetWriter.Address(row, Expected)},4)", Math.Round(difference, 4), Exact);
        cell.AddConditionalFormat().WhenNotEquals("0").Font.SetFontColor(CellStyles.Warning).Font.SetBold();
        writer.Sheet.Range(row, 1, row, Verified).Row();
    }

    // Cells without a number are empty, which is no difference.
    private void WriteVerdict(IReadOnlyList<(int First, int Last)> blocks)
    {
        var (agrees, differs) = ("✓ " + content.Text("check.agrees"), "✗ " + content.Text("check.differs"));
        var isEqual = blocks.All(block => Enumerable.Range(block.First, block.Last - block.First + 1).All(row => writer.NumberAt(row, Difference) is null or 0));
        var sums = blocks.Select(block => $"SUMPRODUCT(ABS({SheetWriter.Address(block.First, Difference)}:{SheetWriter.Address(block.Last, Difference)}))");
        var cell = writer.TextFormula(VerdictRow, 1, $"IF({string.Join('+', sums)}=0,\"{agrees}\",\"{differs}\")", isEqual ? agrees : differs);
        cell.Style.Font.SetBold().Font.SetFontColor(CellStyles.Accent);
        cell.AddConditionalFormat().WhenStartsWith("✗").Font.SetFontColor(CellStyles.Warning);
    }

    private void WriteFacts(int row)
    {
        var (publication, query) = (content.Answer.Publication, content.Answer.Query);
        var verified = publication.Units.Where(unit => unit.Rows > 0).Select(unit => unit.VerifiedAt).ToList();
        (string Name, object Fact)[] facts =
        [
            ("publication", publication.Number),
            ("published", Moment(publication.PublishedAt)),
            ("verified_all", verified.Count == 0 ? IndicatorTexts.Absent : $"{Moment(verified.Min())} – {Moment(verified.Max())}"),
            ("territory", content.Name(content.Subject)),
            ("period", language.Name(content.Period)),
            ("compared", content.IsCompared ? language.Name(content.Other) : IndicatorTexts.Absent),
            ("boundaries", language.Name(query.Boundaries)),
            ("audience", language.Name(query.Audience)),
            ("figure_count", (long)answers.Sum(answer => answer.Values.Count)),
            ("digest", FigureDigest.Of(answers)),
        ];
        WriteHead(row++, ["facts"]);
        foreach (var (name, fact) in facts)
        {
            writer.Text(row, Place, content.Text($"check.{name}"));
            if (fact is long number)
            {
                writer.Number(row, Name, number, "#,##0").Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
            }
            else
            {
                writer.Text(row, Name, (string)fact);
            }

            writer.Sheet.Range(row, 1, row, Verified).Row();
            row++;
        }

        foreach (var note in new[] { "check.note.sums", "check.note.sources" })
        {
            writer.Text(row++, 1, content.Text(note)).Style.Font.SetFontColor(CellStyles.Muted);
        }
    }

    private string Moment(DateTimeOffset moment) => content.Moment(moment);
}
