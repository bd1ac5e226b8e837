using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Etl.Sources.Files;
using Analytics.UnitTests.Repository;

namespace Analytics.UnitTests.Etl.Sources.Files;

public sealed class FileMappingTests
{
    public static TheoryData<string> AllProcesses => [.. Processes.All.Select(process => process.Name)];

    [Theory]
    [MemberData(nameof(AllProcesses))]
    public void The_shipped_folder_names_every_column_of_every_process(string process)
    {
        var mapping = Shipped(process);

        Assert.Equal(
            mapping.Process.Columns.Skip(1).Select(column => column.Name).Order(StringComparer.Ordinal), mapping.FirstNames.Keys.Order(StringComparer.Ordinal));
        Assert.NotEmpty(mapping.Hints);
    }

    [Theory]
    [InlineData("Выплачено, тенге", "выплачено", 100)]
    [InlineData("Выплачено (тыс. тенге)", "выплачено", 100_000)]
    [InlineData("Төленді, мың теңге", "толенди", 100_000)]
    [InlineData("Paid, tiyn", "paid", 1)]
    [InlineData("Выплачено, млн. тг", "выплачено", 100_000_000)]
    public void A_header_may_name_its_unit(string header, string name, int tiyn) => Assert.Equal((name, (decimal?)tiyn), MoneyUnit.Split(Spelling.Fold(header)));

    [Fact]
    public void A_wrong_line_is_named()
    {
        var process = Processes.Find("allocations")!;

        Assert.Contains("Line 2 of the mapping file a.columns", Assert.Throws<SourceException>(() => FileMapping.Parse(process, ["# x", "month"], "a.columns")).Message, StringComparison.Ordinal);
        Assert.Contains("names the column paid", Assert.Throws<SourceException>(() => FileMapping.Parse(process, ["paid: выплачено"], "a.columns")).Message, StringComparison.Ordinal);
        Assert.Contains("the unit dollars", Assert.Throws<SourceException>(() => FileMapping.Parse(process, ["amount_tiyn, dollars: сумма"], "a.columns")).Message, StringComparison.Ordinal);
        Assert.Contains("to both month and amount_tiyn", Assert.Throws<SourceException>(() => FileMapping.Parse(process, ["month: ай", "amount_tiyn: Ай"], "a.columns")).Message, StringComparison.Ordinal);
    }

    private static FileMapping Shipped(string process) => FileMapping.Parse(
        Processes.Find(process)!, RepositoryFiles.Read($"etl/Analytics.Etl/Mappings/drop-folder/{process}.columns").Split('\n'), process);
}
