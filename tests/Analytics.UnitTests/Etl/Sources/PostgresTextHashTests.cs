using System.Text;
using Analytics.Etl.Sources.Postgres;
using Xunit;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class PostgresTextHashTests
{
    // What PostgreSQL 15 answers to: SELECT hashtextextended(text, 0).
    [Theory]
    [InlineData("", -6939563903564495251)]
    [InlineData("1", 8680131335536356089)]
    [InlineData("840101400017", -4206229728859171717)]
    [InlineData("case-17/2020", -2351978218343057472)]
    [InlineData("Өскемен қаласы, 12-үй", -8010048534518418225)]
    public void Text_has_the_hash_that_PostgreSQL_gives_it(string text, long hash) =>
        Assert.Equal(hash, PostgresTextHash.Of(Encoding.UTF8.GetBytes(text)));
}
