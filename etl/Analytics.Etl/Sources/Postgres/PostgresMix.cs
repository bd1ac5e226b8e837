using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>
/// The mix of a row by PostgreSQL's own hashes, a third faster there than <see cref="RowMix"/> and of 64 bits. The columns are hashed one
/// after the other, each with the hash of those before it as its seed; the period's day, which the totals are grouped by,
/// is not among them but multiplies the hash.
/// </summary>
internal sealed class PostgresMix
{
    private static readonly byte[] Nothing = [1];

    private readonly int period;
    private readonly bool[] isText;

    public PostgresMix(Process process, IReadOnlyDictionary<string, string> types)
    {
        period = process.PeriodPosition;
        isText = [.. process.Columns.Select(column => PostgresTypes.IsHashed(column, types[column.Name]))];
    }

    /// <summary>The hash of a row without its day, in SQL.</summary>
    public static string Sql(Process process, IReadOnlyDictionary<string, string> types) => process.Columns
        .Where((_, position) => position != process.PeriodPosition)
        .Aggregate("0", (seed, column) => PostgresTypes.IsHashed(column, types[column.Name])
            ? $"hashtextextended(coalesce({column.Name}::text, E'\\x01') COLLATE \"C\", {seed})"
            : $"hashint8extended({PostgresTypes.Number(column, types[column.Name])}, {seed})");

    /// <summary>What the hashes of a day's rows, or their sum, are multiplied by: odd, so that nothing of them is lost.</summary>
    /// <param name="hash">Hash or sum of hashes.</param>
    /// <param name="day">The day as <see cref="Cell.FingerprintNumber"/>.</param>
    public static long OfDay(long hash, long day) => unchecked(hash * ((2 * day) + 1));

    /// <summary>Hashes a cell after those before it.</summary>
    /// <param name="seed">Hash so far; 0 before the first.</param>
    /// <param name="position">The column.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="bytes">Its bytes when it is text and not null.</param>
    public long Add(long seed, int position, in Cell cell, ReadOnlySpan<byte> bytes)
    {
        if (position == period)
        {
            return seed;
        }

        return isText[position]
            ? PostgresHash.Of(cell.Kind == CellKind.Null ? Nothing : bytes, seed)
            : PostgresHash.Of(cell.FingerprintNumber, seed);
    }

    /// <summary>The mix of a row whose cells were all added.</summary>
    public long End(long hash, ReadOnlySpan<Cell> row) => OfDay(hash, row[period].FingerprintNumber);
}
