using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>
/// For everybody: small numbers are not told, and the layout can be read aloud: a cover, contents, notes, then one table a sheet that
/// begins in column A, without merged cells, with marks instead of empty cells.
/// </summary>
internal sealed class PublicPack(IndicatorReader reader) : ReportPack
{
    public override string Name => "public";

    public override bool IsForPublic => true;

    private protected override async Task<PackBook> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var content = new PackContent(await reader.ReadAsync(question.Of(IndicatorCatalogue.All), cancellationToken), question.Language, question.IsDemo);
        var tables = Enum.GetValues<IndicatorGroup>().Select((group, index) => new PublicTable(content, group, index + 1)).ToList();
        return new PackBook(
            content,
            content.Text("title.public"),
            [
                new(content.Text("sheet.cover"), writer => PublicFront.WriteCover(writer, content)),
                new(content.Text("sheet.contents"), writer => PublicFront.WriteContents(writer, content, tables)),
                new(content.Text("sheet.notes"), writer => PublicFront.WriteNotes(writer, content)),
                .. tables.Select(table => new PackSheet(table.SheetName, table.Write)),
            ]);
    }
}
