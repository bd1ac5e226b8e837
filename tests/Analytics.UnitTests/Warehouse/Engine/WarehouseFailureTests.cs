using Analytics.Warehouse.Engine;

namespace Analytics.UnitTests.Warehouse.Engine;

public sealed class WarehouseFailureTests
{
    [Theory]
    [InlineData(
        "Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space. (NOT_ENOUGH_SPACE) (version 26.7.2.1)",
        "Cannot reserve 1.00 MiB, not enough space (ClickHouse error 243). The disk of ClickHouse is full: free some space.")]
    [InlineData(
        "Code: 60. DB::Exception: Table analytics.stage_7 does not exist. (UNKNOWN_TABLE) (version 26.7.2.1 (official build))\nat somewhere",
        "Table analytics.stage_7 does not exist (ClickHouse error 60).")]
    [InlineData("ClickHouse was silent for 5 seconds.", "ClickHouse was silent for 5 seconds.")]
    public void An_error_is_told_without_names_of_types_and_versions(string said, string told) =>
        Assert.Equal(told, WarehouseFailure.Message(new InvalidOperationException("outer", new InvalidOperationException(said))));
}
