using Analytics.Etl.Sources;
using Microsoft.Extensions.Configuration;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class SourceSettingsTests
{
    [Fact]
    public void An_entry_is_read_with_the_limits_of_its_tables()
    {
        var source = Assert.Single(Read(("0:Name", "benefits"), ("0:kind", "MariaDB"), ("0:Connection", "c"), ("0:Mapping", "m"), ("0:Tables:benefit_payments:SuddenDropPercent", "20")));

        Assert.Equal(("benefits", SourceKind.Mariadb, 20m, 50m), (source.Name, source.Kind, source.SuddenDropOf("benefit_payments"), source.SuddenDropOf("allocations")));
    }

    [Theory]
    [InlineData("1:Kind", "postgres", "The setting Sources:1:Kind is postgres. The kinds are: sqlite, postgresql, mysql, mariadb, sqlserver, folder.")]
    [InlineData("1:Maping", "m", "The setting Sources:1:Maping is not known. There are: Name, Kind, ")]
    [InlineData("1:QuarantineThresholdPercent", "five", "The section Sources:1 cannot be read: Failed to convert configuration value 'five' at 'Sources:1:QuarantineThresholdPercent'")]
    [InlineData("1:Tables:benefit_payment:SuddenDropPercent", "5", "The setting Sources:1:Tables:benefit_payment is named after no business process. The processes are: benefit_payments, ")]
    [InlineData("1:Tables:benefit_payments:SuddenDrop", "5", "The setting Sources:1:Tables:benefit_payments:SuddenDrop is not known. There are: ")]
    [InlineData("1:Tables:benefit_payments:SuddenDropPercent", "five", "The section Sources:1 cannot be read: Failed to convert configuration value 'five' at 'Sources:1:Tables:benefit_payments:SuddenDropPercent'")]
    public void A_misspelt_setting_is_named_and_no_source_is_left_out(string key, string value, string message)
    {
        var exception = Assert.Throws<SourceException>(() => Read(("0:Name", "benefits"), ("0:Connection", "c"), ("0:Mapping", "m"), ("1:Name", "other"), (key, value)));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:c", "Host=10.0.0.5;Prot=5432;Password=hidden")]).Build();
        var source = new SourceOptions { Name = "benefits", Connection = "c", Mapping = "demo-postgresql/social" };

        var exception = Assert.Throws<SourceException>(() => new SourceRegistry([source], configuration));

        Assert.StartsWith("The connection string c of source benefits cannot be read: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyCollection<SourceOptions> Read(params (string Key, string Value)[] settings) => SourceSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>("Sources:" + setting.Key, setting.Value)))
            .Build().GetSection("Sources"));
}
