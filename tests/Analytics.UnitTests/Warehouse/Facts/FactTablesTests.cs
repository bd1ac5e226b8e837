using Analytics.Etl.Loading;
using Analytics.Warehouse.Facts;

namespace Analytics.UnitTests.Warehouse.Facts;

public sealed class FactTablesTests
{
    [Fact]
    public void The_day_of_a_fact_is_the_first_column_that_its_process_writes() => Assert.All(
        Processes.All.Where(process => process.FactTable != FactTables.Settlements),
        process => Assert.Equal(process.FactColumns[0], FactTables.DayOf(process.FactTable)));
}
