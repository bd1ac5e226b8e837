using Analytics.Etl.Sources.Postgres;

namespace Analytics.UnitTests.Etl.Sources.Postgres;

public sealed class PostgresCopyTests
{
    [Fact]
    public void The_library_has_the_members_by_which_rows_are_taken_in_whole_buffers() => Assert.True(PostgresCopy.CanBeDirect);
}
