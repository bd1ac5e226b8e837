using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>How the kinds of aid make up the total: of money exactly, of recipients with those who had both kinds counted in each.</summary>
internal sealed class KindsOfAidSheet(SheetWriter writer, IReadOnlyList<StatutoryForm> forms)
{
    private const int FirstForm = 3;
    private readonly PackContent content = forms[0].Content;
    private readonly Language language = forms[0].Content.Language;

    private int Difference => FirstForm + forms.Count;

    public void Write()
    {
        var title = content.Text("title.kinds_of_aid");
        writer.Sheet.Column(1).Width = 46;
        writer.Sheet.Column(2).Width = 12;
        SheetFrame.WriteTitle(writer, content, title);
        writer.Text(SheetFrame.HeadRow, 1, content.Text("head.indicator"));
        writer.Text(SheetFrame.HeadRow, 2, content.Text("head.unit"));
        foreach (var (index, form) in forms.Index())
        {
            writer.Text(SheetFrame.HeadRow, FirstForm + index, language.Name(form.Aid));
            writer.Sheet.Column(FirstForm + index).Width = 20;
        }

        writer.Text(SheetFrame.HeadRow, Difference, content.Text("head.in_both_kinds"));
        writer.Sheet.Column(Difference).Width = 24;
        writer.Sheet.Range(SheetFrame.HeadRow, 1, SheetFrame.HeadRow, Difference).Head();
        writer.Sheet.Range(SheetFrame.HeadRow, FirstForm, SheetFrame.HeadRow, Difference).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        writer.Sheet.Row(SheetFrame.HeadRow).Height = 29;
        foreach (var (index, indicator) in StatutoryForm.Indicators.Index())
        {
            WriteRow(SheetFrame.HeadRow + 1 + index, indicator);
        }

        SheetFrame.WriteNotes(writer, SheetFrame.HeadRow + StatutoryForm.Indicators.Count + 2, Difference, [content.Text("note.kinds_of_aid")]);
        SheetFrame.SetUp(writer, content, title, SheetFrame.HeadRow, 1);
    }

    private void WriteRow(int row, Indicator indicator)
    {
        writer.Text(row, 1, language.Name(indicator));
        writer.Text(row, 2, language.UnitName(indicator.Unit)).Style.Font.SetFontColor(CellStyles.Muted);
        var figures = forms.Select(form => form.Content.Answer[indicator, PackContent.Region].Figure).ToList();
        foreach (var (index, form) in forms.Index())
        {
            if (figures[index].Value is { } value && writer.Index.Find(indicator, form.Content.Answer) is { } cell)
            {
                writer.Formula(row, FirstForm + index, cell, value, indicator.Format());
            }
            else
            {
                writer.State(row, FirstForm + index, figures[index].State);
            }
        }

        var parts = Enumerable.Range(1, forms.Count - 1).Select(index => SheetWriter.Address(row, FirstForm + index));
        var both = figures.Skip(1).Aggregate((decimal?)0, (sum, figure) => sum + figure.Value) - figures[0].Value;
        writer.Formula(row, Difference, $"IFERROR({string.Join('+', parts)}-{SheetWriter.Address(row, FirstForm)},\"{IndicatorTexts.Absent}\")", both, indicator.Format());
        writer.Sheet.Range(row, 1, row, Difference).Row();
    }
}
