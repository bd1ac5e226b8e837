using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>A sheet of some indicators by district: the region first, then its units in official order.</summary>
internal sealed class DistrictSheet(SheetWriter writer, PackContent content, string title, IReadOnlyList<Indicator> indicators)
{
    private const int SubHeadRow = SheetFrame.HeadRow + 1;
    private const int RegionRow = SubHeadRow + 1;
    private const double TerritoryWidth = 26;

    private readonly Language language = content.Language;
    private readonly IReadOnlyList<DistrictBlock> blocks = DistrictBlock.Plan(indicators, firstColumn: 2);
    private readonly Territory[] units = [.. content.Units];
    private readonly Footnotes footnotes = new([.. content.Answer.Values.Where(value => indicators.Contains(value.Indicator))]);

    private int LastColumn => blocks[^1].Column + blocks[^1].Width - 1;

    private int LastRow => RegionRow + units.Length;

    /// <summary>The sheet of a group.</summary>
    public static PackSheet Of(PackContent content, IndicatorGroup group) =>
        Of(content, content.Language.Name(group), content.Text($"title.{group.Code()}"), IndicatorCatalogue.In(group));

    /// <summary>A sheet of indicators that are named.</summary>
    public static PackSheet Of(PackContent content, string name, string title, IReadOnlyList<Indicator> indicators) =>
        new(name, writer => new DistrictSheet(writer, content, title, indicators).Write());

    public void Write()
    {
        writer.Sheet.Column(1).Width = TerritoryWidth;
        SheetFrame.WriteTitle(writer, content, title);

        var cells = new DistrictCells(writer, content, blocks);
        foreach (var (index, unit) in units.Index())
        {
            WriteRow(cells, RegionRow + 1 + index, unit, sums: null);
        }

        WriteRow(cells, RegionRow, PackContent.Region, sums: units.Length == 0 ? null : (RegionRow + 1, LastRow));
        writer.Sheet.Range(RegionRow, 1, RegionRow, LastColumn).RegionRow();
        writer.Sheet.Row(RegionRow).Height = TextLines.Height(content.Name(PackContent.Region), TerritoryWidth);
        SetSizes(cells);
        WriteHead();
        MarkNotes();
        AddControlSums();
        var after = SheetFrame.WriteNotes(writer, LastRow + 2, LastColumn, Notes());
        SheetCharts.ByDistrict(writer, content, blocks, (RegionRow + 1, LastRow), SubHeadRow, after + 1);
        AddBars();
        SheetFrame.SetUp(writer, content, title, SubHeadRow, 1, isOnePage: true);
        writer.Sheet.PageSetup.SetColumnsToRepeatAtLeft(1, 1);
    }

    private void WriteRow(DistrictCells cells, int row, Territory territory, (int First, int Last)? sums)
    {
        writer.Text(row, 1, content.Name(territory)).Style.Alignment.SetWrapText();
        foreach (var block in blocks.OrderBy(block => block.IsRatio))
        {
            cells.Write(row, block, content.Answer[block.Indicator, territory], sums);
        }

        writer.Sheet.Range(row, 1, row, LastColumn).Row();
    }

    // In the cells of the indicator that the chart shows: who has much is seen before the figures are read.
    private void AddBars()
    {
        if (units.Length > 0 && SheetCharts.Lead(indicators) is { } lead && blocks.FirstOrDefault(block => block.Part is null && block.Indicator == lead) is { } block)
        {
            writer.Sheet.Range(RegionRow + 1, block.Column, LastRow, block.Column).AddConditionalFormat().DataBar(CellStyles.Bar, showBarOnly: false)
                .Minimum(XLCFContentType.Number, 0).Maximum(XLCFContentType.Maximum, 0);
        }
    }

    private void AddControlSums()
    {
        var territories = units.Prepend(PackContent.Region).ToList();
        foreach (var block in blocks)
        {
            var shown = territories.ConvertAll(territory => content.Answer[block.Indicator, territory]);
            writer.Control($"{Head(block)}, {language.Name(content.Period)}", block.Column, (RegionRow, LastRow), shown.Select(value => block.Of(value.Figure).Value));
            writer.Control($"{Head(block)}, {language.Name(content.Other)}", block.LastYearColumn, (RegionRow, LastRow), shown.Select(value => value.LastYear is { } other ? block.Of(other).Value : null));
        }
    }

    // The months stand in the sub-heading; only where both periods are of one year they are told here.
    private void WritePeriod(int column, Period period)
    {
        if (content.Period.Year == content.Other.Year)
        {
            writer.Text(SubHeadRow, column, period.Code);
        }
        else
        {
            writer.Number(SubHeadRow, column, period.Year, "0");
        }
    }

    /// <summary>Marks come last: a cell with raised numbers keeps the font that it had when they were put in.</summary>
    private void MarkNotes()
    {
        foreach (var block in blocks.Where(block => block.Part is null))
        {
            Footnotes.Mark(writer.Sheet.Cell(SheetFrame.HeadRow, block.Column), footnotes.Of(block.Indicator));
        }

        foreach (var (index, territory) in units.Prepend(PackContent.Region).Index())
        {
            Footnotes.Mark(writer.Sheet.Cell(RegionRow + index, 1), footnotes.Of(territory));
        }
    }

    private void WriteHead()
    {
        writer.Text(SheetFrame.HeadRow, 1, language.ReportText("head.territory"));
        foreach (var block in blocks)
        {
            writer.Text(SheetFrame.HeadRow, block.Column, Head(block));
            WritePeriod(block.Column, content.Period);
            WritePeriod(block.LastYearColumn, content.Other);
            if (block.Part is null)
            {
                writer.Text(SubHeadRow, block.ChangeColumn, "±, " + (block.Indicator.IsRate ? language.Text("unit.points") : "%"));
            }
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SubHeadRow, LastColumn).Head();
        writer.Sheet.Range(SheetFrame.HeadRow, 1, SubHeadRow, 1).Merge();
        writer.Sheet.Range(SubHeadRow, 2, SubHeadRow, LastColumn).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Font.SetBold(false);
        foreach (var block in blocks)
        {
            var last = block.Column + block.Width - 1;
            writer.Sheet.Range(SheetFrame.HeadRow, block.Column, SheetFrame.HeadRow, last).Merge();
            writer.Sheet.Range(SheetFrame.HeadRow, block.Column, LastRow, block.Column).GroupBegins();
            writer.Sheet.Range(SubHeadRow, last, LastRow, last).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
            if (block.Part is not null)
            {
                writer.Sheet.Range(SheetFrame.HeadRow, block.Column, SubHeadRow, last).Style.Font.SetFontColor(CellStyles.Muted).Font.SetBold(false);
            }
        }

        writer.Sheet.Row(SheetFrame.HeadRow).Height = blocks.Max(block => TextLines.Height(Head(block), BlockWidth(block) / 1.05));
        writer.Sheet.Row(SubHeadRow).Height = 16;
    }

    private void SetSizes(DistrictCells cells)
    {
        foreach (var column in Enumerable.Range(2, LastColumn - 1))
        {
            writer.Sheet.Column(column).Width = cells.WidthOf(column);
        }

        foreach (var block in blocks)
        {
            writer.Sheet.Column(block.Column + block.Width - 1).Width += 1;
        }

        foreach (var row in Enumerable.Range(RegionRow, LastRow - RegionRow + 1))
        {
            if (cells.HeightOf(row) is { } height)
            {
                writer.Sheet.Row(row).Height = height;
            }
        }
    }

    private double BlockWidth(DistrictBlock block) =>
        Enumerable.Range(block.Column, block.Width).Sum(column => writer.Sheet.Column(column).Width);

    private string Head(DistrictBlock block) => block.Part is { } part
        ? language.ShortName(part)
        : language.WithUnit(language.ShortName(block.Indicator), block.Indicator.Unit);

    private IEnumerable<string> Notes()
    {
        if (blocks.Any(block => block.CountsDifferent))
        {
            yield return language.ReportText("note.distinct");
        }

        yield return language.ReportText(blocks.Any(block => block.Part is not null) ? "note.formulas" : "note.formulas_only");
        foreach (var line in footnotes.Lines(language))
        {
            yield return line;
        }
    }
}
