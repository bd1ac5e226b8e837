using Analytics.Etl.Sources;
using Analytics.Etl.Sources.Postgres;

namespace Analytics.UnitTests.Etl.Sources.Postgres;

/// <summary>The bytes are those that PostgreSQL's numeric_send gives: digits, weight, sign, scale, then the base-10000 digits.</summary>
public sealed class PostgresNumericTests
{
    [Theory]
    [InlineData("0000 0000 0000 0000", 0)]
    [InlineData("0001 0000 0000 0000 0001", 1)]
    [InlineData("0001 0000 4000 0000 0001", -1)]
    [InlineData("0001 0001 0000 0000 0001", 10_000)]
    [InlineData("0002 0001 0000 0002 0001 0002", 10_002)]
    [InlineData("0003 0002 0000 0000 002F 0000 0000", 4_700_000_000)]
    [InlineData("0001 0002 0000 0000 002F", 4_700_000_000)]
    public void A_whole_number_is_read(string hex, long number) => Assert.Equal(Cell.Integer(number), Parse(hex));

    [Theory]
    [InlineData("0001 FFFF 0000 0001 1388")]
    [InlineData("0002 0000 0000 0001 0001 1388")]
    [InlineData("0000 0000 C000 0000")]
    [InlineData("0000 0000 D000 0000")]
    [InlineData("0001 0005 0000 0000 0001")]
    [InlineData("0001 0004 0000 0000 270F")]
    public void A_fraction_no_number_and_what_is_too_large_are_told_apart_from_numbers(string hex) => Assert.Equal(Cell.Fraction, Parse(hex));

    private static Cell Parse(string hex) => PostgresNumeric.Parse(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
}
