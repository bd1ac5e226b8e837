namespace Analytics.UnitTests.Repository;

public sealed class SqlFileTests
{
    public static TheoryData<string> Files => [.. new[] { "etl", "dashboard", "reports" }.SelectMany(folder => RepositoryFiles.Find(folder, "*.sql"))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_SQL_begins_with_its_meaning_in_plain_words(string file) =>
        Assert.Matches(@"\A-- \S.{10,}", RepositoryFiles.Read(file));

    [Fact]
    public void Migrations_are_named_by_day_and_number() => Assert.All(
        RepositoryFiles.Find("etl/Analytics.Warehouse", "*.sql").Where(file => file.Contains("/Migrations/", StringComparison.Ordinal)),
        file => Assert.Matches(@"/\d{4}-\d{2}-\d{2}-\d{2}-[a-z0-9-]+\.sql$", file));

    [Theory]
    [InlineData("demo-sqlite")]
    [InlineData("demo-postgresql")]
    [InlineData("demo-mysql")]
    public void Every_process_has_its_demo_mapping(string mappings) => Assert.Equal(
        Analytics.Etl.Loading.Processes.All.Select(process => process.Name).Order(StringComparer.Ordinal),
        RepositoryFiles.Find($"etl/Analytics.Etl/Mappings/{mappings}", "*.sql").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
