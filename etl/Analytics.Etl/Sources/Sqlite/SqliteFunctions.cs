using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>
/// Functions that SQLite lacks for the fingerprint, added to a connection. They read SQLite's values in place, because a boxed
/// value for every cell would take longer than all the rest.
/// </summary>
internal static class SqliteFunctions
{
    private const int Deterministic = 0x800;

    /// <summary>A column as the whole number of <see cref="Cell.FingerprintNumber"/>.</summary>
    public static string Number(ContractColumn column) =>
        $"(CASE typeof({column.Name}) WHEN 'integer' THEN {column.Name} ELSE analytics_number({column.Name}) END)";

    /// <summary>A row's mix, in one call a row.</summary>
    public static string Mix(IReadOnlyList<ContractColumn> columns) => string.Create(
        CultureInfo.InvariantCulture, $"analytics_mix({string.Join(", ", columns.Select(Read))})");

    /// <summary>What is read of a column: a code may be stored as a number.</summary>
    public static string Read(ContractColumn column) => column.Repeats ? $"CAST({column.Name} AS TEXT)" : column.Name;

    public static void Register(SqliteConnection connection)
    {
        raw.sqlite3_create_function(connection.Handle, "analytics_number", 1, Deterministic, null, static (context, _, values) =>
            raw.sqlite3_result_int64(context, Number(values[0])));
        raw.sqlite3_create_function(connection.Handle, "analytics_mix", -1, Deterministic, null, static (context, _, values) =>
        {
            var weighted = 0L;
            for (var position = 0; position < values.Length; position++)
            {
                weighted += Number(values[position]) % RowMix.Modulus * RowMix.Weight(position);
            }

            raw.sqlite3_result_int64(context, RowMix.Of(weighted, Number(values[0])));
        });
    }

    /// <summary>The current row's value as a cell; SQLite's values are of any type in any column.</summary>
    /// <param name="reader">Reader.</param>
    /// <param name="column">Column.</param>
    /// <param name="known">Texts that the column has had, or null.</param>
    public static Cell Cell(SqliteDataReader reader, int column, KnownTexts? known)
    {
        var statement = reader.Handle!;
        return raw.sqlite3_column_type(statement, column) switch
        {
            raw.SQLITE_NULL => Sources.Cell.Null,
            raw.SQLITE_INTEGER => Sources.Cell.Integer(raw.sqlite3_column_int64(statement, column)),
            raw.SQLITE_FLOAT => Sources.Cell.Fraction,
            _ => Text(raw.sqlite3_column_blob(statement, column), known),
        };
    }

    private static Cell Text(ReadOnlySpan<byte> bytes, KnownTexts? known) =>
        known?.Find(bytes, Hash(bytes), Sources.Cell.OfText) ?? Sources.Cell.OfText(bytes, Hash(bytes));

    // FNV-1a, 60 bits: the database is in this process, so any fast hash will do.
    private static long Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * 1099511628211UL;
        }

        return (long)(hash >> 4);
    }

    private static long Number(sqlite3_value value) => raw.sqlite3_value_type(value) switch
    {
        raw.SQLITE_NULL => Sources.Cell.Null.FingerprintNumber,
        raw.SQLITE_INTEGER => raw.sqlite3_value_int64(value),
        raw.SQLITE_FLOAT => Sources.Cell.Fraction.FingerprintNumber,
        _ => Hash(raw.sqlite3_value_blob(value)),
    };
}
