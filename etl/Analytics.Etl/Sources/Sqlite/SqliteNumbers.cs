using System.Text;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>SQLite's values are of any type in any column; this tells what a value is, the same in SQL and in the reader.</summary>
internal static class SqliteNumbers
{
    /// <summary>Name of the function that statements call for <see cref="Number"/>.</summary>
    public const string Function = "analytics_number";

    /// <summary>The value as a cell.</summary>
    public static Cell Cell(object? value) => value switch
    {
        null or DBNull => Sources.Cell.Null,
        long number => Sources.Cell.Integer(number),
        double => Sources.Cell.Fraction,
        byte[] bytes => Sources.Cell.OfText(bytes),
        string text => Sources.Cell.OfText(Encoding.UTF8.GetBytes(text)),
        _ => Sources.Cell.Fraction,
    };

    /// <summary>The value as the fingerprint's number.</summary>
    public static long Number(object? value) => Cell(value).FingerprintNumber;
}
