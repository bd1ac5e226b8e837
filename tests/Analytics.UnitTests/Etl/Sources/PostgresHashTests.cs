using System.Text;
using Analytics.Etl.Sources.Postgres;
using Xunit;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class PostgresHashTests
{
    // What PostgreSQL 15 answers to: SELECT hashtext(text COLLATE "C").
    [Theory]
    [InlineData("", -1477818771)]
    [InlineData("a", 1075015857)]
    [InlineData("900101300123", -1586446724)]
    [InlineData("twelve bytes", 652846557)]
    [InlineData("thirteen byte", -1367827268)]
    [InlineData("КСП-000000000012", -392688593)]
    public void Text_has_the_hash_that_PostgreSQL_gives_it(string text, int hash) =>
        Assert.Equal(hash, PostgresHash.Of(Encoding.UTF8.GetBytes(text)));

    // SELECT hashtextextended(text COLLATE "C", seed).
    [Theory]
    [InlineData("", 0, -6939563903564495251)]
    [InlineData("a", 0, 3591986179850072241)]
    [InlineData("a", 7, 6761863715122467050)]
    [InlineData("thirteen byte", -5, -1465355080459115009)]
    [InlineData("КСП-000000000012", 9_000_000_000_000_000_000, 7925470160952138584)]
    public void Text_has_the_hash_that_PostgreSQL_gives_it_with_a_seed(string text, long seed, long hash) =>
        Assert.Equal(hash, PostgresHash.Of(Encoding.UTF8.GetBytes(text), seed));

    // SELECT hashint8extended(number, seed).
    [Theory]
    [InlineData(0, 0, 4154612158245552303)]
    [InlineData(1, 0, -3670598878359251130)]
    [InlineData(-3, 7, 4734684612700091724)]
    [InlineData(9_000_000_000_000_000_000, -5, 4025584567083559762)]
    [InlineData(-9_000_000_000_000_000_000, 123456789012, -7357727612934080892)]
    public void A_number_has_the_hash_that_PostgreSQL_gives_it_with_a_seed(long number, long seed, long hash) =>
        Assert.Equal(hash, PostgresHash.Of(number, seed));
}
