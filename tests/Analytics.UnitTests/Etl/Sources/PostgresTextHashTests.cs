using System.Text;
using Analytics.Etl.Sources.Postgres;
using Xunit;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class PostgresTextHashTests
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
        Assert.Equal(hash, PostgresTextHash.Of(Encoding.UTF8.GetBytes(text)));
}
