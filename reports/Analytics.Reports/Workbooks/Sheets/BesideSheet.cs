using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>A district beside the region and beside districts like it: its share of what adds up, the middle and both ends of the others, and its place.</summary>
internal sealed class BesideSheet(SheetWriter writer, PackContent content, IReadOnlyList<Territory> like)
{
    private const int Unit = 2, Own = 3, Region = 4, Share = 5, Median = 6, Low = 7, High = 8, Place = 9, Last = 9;
    private static readonly double[] Widths = [46, 12, 17, 17, 14, 15, 15, 15, 16];
    private readonly Language language = content.Language;

    public void Write()
    {
        var title = content.Text("title.beside", content.Name(content.Subject));
        foreach (var (index, width) in Widths.Index())
        {
            writer.Sheet.Column(index + 1).Width = width;
        }

        SheetFrame.WriteTitle(writer, content, title);
        string[] heads =
        [
            content.Text("head.indicator"), content.Text("head.unit"), content.Name(content.Subject), content.Name(PackContent.Region), content.Text("head.share_of_region"),
            content.Text("head.like_median"), content.Text("head.like_low"), content.Text("head.like_high"), content.Text("head.place"),
        ];
        foreach (var (index, head) in heads.Index())
        {
            writer.Text(SheetFrame.HeadRow, index + 1, head);
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SheetFrame.HeadRow, Last).Head();
        writer.Sheet.Range(SheetFrame.HeadRow, Own, SheetFrame.HeadRow, Last).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        writer.Sheet.Row(SheetFrame.HeadRow).Height = heads.Zip(Widths, TextLines.Height).Max();
        var row = SheetFrame.HeadRow + 1;
        foreach (var group in content.Groups)
        {
            writer.Text(row, 1, language.Name(group)).Style.Font.SetBold().Font.SetFontColor(CellStyles.Accent);
            writer.Sheet.Range(row, 1, row, Last).Row();
            writer.Sheet.Row(row++).Height = 21;
            foreach (var indicator in IndicatorCatalogue.In(group))
            {
                WriteRow(row++, indicator);
            }
        }

        SheetFrame.WriteNotes(writer, row + 1, Last, Lines());
        SheetFrame.SetUp(writer, content, title, SheetFrame.HeadRow, 1, isOnePage: true);
    }

    private IEnumerable<string> Lines() =>
    [
        like.Count == 0 ? content.Text("note.no_like") : content.Text("note.like", string.Join(", ", like.Select(content.Name))),
        content.Text("note.place"),
        content.Text("note.share_of_region"),
    ];

    private void WriteRow(int row, Indicator indicator)
    {
        var (own, region) = (content.Answer[indicator, content.Subject], content.Answer[indicator, PackContent.Region]);
        writer.Text(row, 1, language.Name(indicator)).Style.Alignment.SetIndent(1);
        writer.Text(row, Unit, language.UnitName(indicator.Unit)).Style.Font.SetFontColor(CellStyles.Muted);
        writer.Figure(row, Own, indicator, own.Figure);
        writer.Figure(row, Region, indicator, region.Figure);
        writer.Control($"{language.Name(indicator)}, {content.Name(content.Subject)}", Own, (row, row), [own.Figure.Value]);
        writer.Control($"{language.Name(indicator)}, {content.Name(PackContent.Region)}", Region, (row, row), [region.Figure.Value]);
        if (indicator.Denominator is null && indicator.Numerator.Rule is MeasureRule.Sum or MeasureRule.Stock && own.Figure.Value is { } part && region.Figure.Value is { } whole)
        {
            writer.Formula(
                row, Share, Formulas.Ratio(SheetWriter.Address(row, Own), SheetWriter.Address(row, Region), 100), whole == 0 ? null : part / whole * 100, $"#,##0.0\"{language.PercentSuffix}\"");
        }

        if (LikeSpread.Of(like.Select(unit => content.Answer[indicator, unit].Figure)) is { } spread)
        {
            writer.Number(row, Median, spread.Median, indicator.Format());
            writer.Number(row, Low, spread.Low, indicator.Format());
            writer.Number(row, High, spread.High, indicator.Format());
        }

        WritePlace(row, indicator);
        writer.Sheet.Cell(row, Own).Style.Font.SetBold(own.Figure.HasValue);
        writer.Sheet.Range(row, 1, row, Last).Row();
    }

    // Only of what does not grow with the district: the largest city has the most of everything.
    private void WritePlace(int row, Indicator indicator)
    {
        var ranked = Ranking.Of(content.Answer, indicator);
        if (indicator.Accumulation == Accumulation.Ratio && ranked.FirstOrDefault(unit => unit.Value.Territory == content.Subject) is { Rank: { } rank } place)
        {
            var range = place.RankRange is { } ends && ends.Best < ends.Worst ? $" ({ends.Best}–{ends.Worst})" : "";
            writer.Text(row, Place, content.Text("place", rank, ranked.Count(unit => unit.Rank is not null)) + range).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        }
    }
}
