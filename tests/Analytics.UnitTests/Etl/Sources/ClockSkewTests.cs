using Analytics.Etl.Sources;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(0, "Ok the clock of ClickHouse agrees with this machine's")]
    [InlineData(-5, "Ok the clock of ClickHouse agrees with this machine's")]
    [InlineData(6, "Note the clock of ClickHouse is 6 s ahead of this machine's; let both follow one time server")]
    [InlineData(-60, "Note the clock of ClickHouse is 60 s behind this machine's; let both follow one time server")]
    [InlineData(-61, "Wrong the clock of ClickHouse is 61 s behind this machine's; let both follow one time server")]
    public void Above_five_seconds_is_a_note_and_above_a_minute_wrong(int seconds, string expected)
    {
        var finding = ClockSkew.Of("ClickHouse", TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, $"{finding.Level} {finding.Text}");
    }
}
