using System.IO.Compression;
using System.Xml.Linq;
using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Figures;

/// <summary>Charts that a workbook draws from its own cells.</summary>
public sealed class NativeChartTests(DemoServer demo)
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("akimat?period=2020", 7)]
    [InlineData("district?period=2020&territory=semey", 1)]
    [InlineData("year-over-year?period=2024&with=2020", 3)]
    [InlineData("grants?period=2020", 6)]
    [InlineData("employment?period=2020", 5)]
    [InlineData("akimat?period=2025&audience=public", 7)]
    public async Task A_chart_holds_what_stands_in_its_cells_and_nothing_else(string pack, int count)
    {
        var bytes = await demo.Client.GetByteArrayAsync($"/reports/{pack.Replace("?", ".xlsx?", StringComparison.Ordinal)}&language=en", Token);
        var cells = WorkbookFile.Read(new MemoryStream(bytes)).Cells.ToDictionary(cell => (cell.Sheet, cell.Address));
        var charts = Charts(bytes);

        Assert.Equal(count, charts.Count);
        Assert.All(charts.SelectMany(chart => chart.Descendants(C + "numRef")), values =>
        {
            var (sheet, addresses) = Addresses(values.Element(C + "f")!.Value);
            var kept = values.Descendants(C + "pt").ToDictionary(point => (int)point.Attribute("idx")!, point => (double)point.Element(C + "v")!);
            Assert.All(addresses.Index(), cell => Assert.Equal(cells.GetValueOrDefault((sheet, cell.Item))?.Number, kept.TryGetValue(cell.Index, out var value) ? value : null));
        });
        Assert.All(charts.SelectMany(chart => chart.Descendants(C + "cat")), names =>
        {
            var (sheet, addresses) = Addresses(names.Descendants(C + "f").Single().Value);
            Assert.Equal(addresses.Select(address => cells[(sheet, address)].Text), names.Descendants(C + "v").Select(name => name.Value));
        });
    }

    [Fact]
    public async Task Districts_stand_from_the_top_in_the_order_of_the_table_and_bars_begin_at_zero()
    {
        var bytes = await demo.Client.GetByteArrayAsync("/reports/akimat.xlsx?period=2020&language=en", Token);
        var chart = Charts(bytes).First(one => one.Descendants(C + "f").Any(range => range.Value == "'Employment'!$B$9:$B$27"));

        Assert.Equal("maxMin", (string?)chart.Descendants(C + "catAx").Single().Element(C + "scaling")!.Element(C + "orientation")!.Attribute("val"));
        Assert.Equal("0", (string?)chart.Descendants(C + "valAx").Single().Element(C + "scaling")!.Element(C + "min")!.Attribute("val"));
        Assert.Equal("Oskemen", chart.Descendants(C + "cat").First().Descendants(C + "v").First().Value);
        Assert.Equal(["2020", "2019"], chart.Descendants(C + "tx").Where(name => name.Parent!.Name == C + "ser").Select(name => name.Descendants(C + "v").Single().Value));
    }

    private static List<XDocument> Charts(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return [.. archive.Entries.Where(entry => entry.FullName.Contains("/charts/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var stream = entry.Open();
            return XDocument.Load(stream);
        })];
    }

    private static (string Sheet, IReadOnlyList<string> Addresses) Addresses(string range)
    {
        var (sheet, cells) = (range[1..range.LastIndexOf('\'')], range[(range.LastIndexOf('!') + 1)..].Replace("$", "", StringComparison.Ordinal).Split(':'));
        var column = string.Concat(cells[0].TakeWhile(char.IsAsciiLetter));
        int Row(string cell) => int.Parse(cell[column.Length..], System.Globalization.CultureInfo.InvariantCulture);
        return (sheet, [.. Enumerable.Range(Row(cells[0]), Row(cells[^1]) - Row(cells[0]) + 1).Select(row => column + row)]);
    }
}
