using Analytics.Warehouse.Control;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Analytics.UnitTests.Warehouse.Control;

public sealed class ControlFailureTests
{
    private static readonly SqliteException Full = new("database or disk is full", 13);

    public static TheoryData<Exception> Failures => [Full, new DbUpdateException("", Full), new InvalidOperationException("", Full), new InvalidOperationException("", new DbUpdateException("", Full))];

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_of_the_database_is_told_however_it_is_wrapped(Exception exception)
    {
        Assert.True(ControlFailure.Is(exception));
        Assert.Equal("The control database does not answer: database or disk is full. Check that it runs and has free disk space.", ControlFailure.Message(exception));
    }

    [Fact]
    public void A_fault_of_the_program_is_none() => Assert.False(ControlFailure.Is(new InvalidOperationException("", new ArgumentException(""))));
}
