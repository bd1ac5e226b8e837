using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>Two periods side by side on the three boundaries: all indicators of the region, and the main ones by district on each boundaries.</summary>
internal sealed class YearOverYearPack(IndicatorReader reader) : ReportPack
{
    private static readonly Indicator[] ByDistrict = [.. new[]
    {
        "families", "persons", "coverage_rate", "paid_amount", "average_per_family", "grant_applications", "grant_approval_rate", "placements", "package_children",
    }.Select(IndicatorCatalogue.Get)];

    public override string Name => "year-over-year";

    public override bool IsAboutTwoPeriods => true;

    private protected override async Task<PackBook> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var boundaries = await BoundariesSheet.ReadAsync(reader, question, cancellationToken);
        var content = boundaries[0];
        return new PackBook(
            content,
            content.Text("title.boundaries"),
            [
                new(content.Text("sheet.boundaries"), writer => new BoundariesSheet(writer, content, boundaries).Write()),
                .. boundaries.Select(one => DistrictSheet.Of(one, content.Language.Name(one.Answer.Query.Boundaries), content.Text("title.boundaries"), ByDistrict)),
                .. Ending(content, [.. boundaries.Select(one => one.Answer)]),
            ]);
    }
}
