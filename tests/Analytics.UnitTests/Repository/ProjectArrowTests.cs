using System.Xml.Linq;

namespace Analytics.UnitTests.Repository;

/// <summary>Dashboard → Etl, Reports → Warehouse. Etl and Reports do not know each other.</summary>
public sealed class ProjectArrowTests
{
    [Theory]
    [InlineData("etl/Analytics.Warehouse/Analytics.Warehouse.csproj")]
    [InlineData("etl/Analytics.Etl/Analytics.Etl.csproj", "Analytics.Warehouse")]
    [InlineData("reports/Analytics.Reports/Analytics.Reports.csproj", "Analytics.Warehouse")]
    [InlineData("dashboard/Analytics.Dashboard/Analytics.Dashboard.csproj", "Analytics.Etl", "Analytics.Reports")]
    public void A_project_knows_only_what_the_design_allows(string project, params string[] known) => Assert.Equal(
        known,
        XDocument.Parse(RepositoryFiles.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void There_are_no_other_projects_that_ship() => Assert.Equal(
        [
            "dashboard/Analytics.Dashboard/Analytics.Dashboard.csproj",
            "etl/Analytics.Etl/Analytics.Etl.csproj",
            "etl/Analytics.Warehouse/Analytics.Warehouse.csproj",
            "reports/Analytics.Reports/Analytics.Reports.csproj",
        ],
        new[] { "dashboard", "etl", "reports" }.SelectMany(folder => RepositoryFiles.Find(folder, "*.csproj")));

    [Theory]
    [InlineData("etl/Analytics.Warehouse", "Analytics.Etl|Analytics.Reports|Analytics.Dashboard|Hangfire|ClosedXML")]
    [InlineData("etl/Analytics.Etl", "Analytics.Reports|Analytics.Dashboard|ClosedXML|ScottPlot")]
    [InlineData("reports/Analytics.Reports", "Analytics.Etl|Analytics.Dashboard|Hangfire")]
    public void No_file_uses_what_lies_against_the_arrows(string folder, string refused) => Assert.All(
        RepositoryFiles.Find(folder, "*.cs"),
        file => Assert.DoesNotMatch($@"(?m)^using ({refused.Replace(".", @"\.", StringComparison.Ordinal)})\b", RepositoryFiles.Read(file)));
}
