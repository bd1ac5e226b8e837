using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Publications;
using ClickHouse.Driver.ADO.Readers;

namespace Analytics.Warehouse.Rows;

/// <summary>Rows of facts, read one after another; never all at once.</summary>
/// <param name="publication">Publication in force.</param>
/// <param name="columns">Columns, in the order of <see cref="Value"/>.</param>
/// <param name="count">Number of rows.</param>
/// <param name="since">Units of the period that were loaded after the publication.</param>
/// <param name="reader">The rows.</param>
public sealed class FactRows(Publication publication, IReadOnlyList<FactColumn> columns, long count, IReadOnlyList<LoadedSince> since, ClickHouseDataReader reader) : IDisposable
{
    public Publication Publication => publication;

    public IReadOnlyList<FactColumn> Columns => columns;

    public long Count => count;

    public IReadOnlyList<LoadedSince> Since => since;

    /// <summary>Goes on to the next row; false after the last.</summary>
    public bool Read() => reader.Read();

    /// <summary>Value of a column of the row: a day, a key, a code, an amount in tenge; null where the fact has none.</summary>
    public object? Value(int column) => reader.GetValue(column) is var value and not DBNull ? value : null;

    public void Dispose() => reader.Dispose();
}
