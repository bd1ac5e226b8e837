using System.Globalization;
using MySqlConnector;

namespace Analytics.Etl.Sources.MySql;

/// <summary>Which types of MySQL and MariaDB a contract column may have, and how it becomes a fingerprint number and text.</summary>
internal static class MySqlTypes
{
    /// <summary>Read in place of a number that is not whole or too large; whole numbers end before it.</summary>
    public const long Fraction = -9_100_000_000_000_000_000;

    private const string Unsigned = " unsigned";
    private static readonly HashSet<string> Whole = ["tinyint", "smallint", "mediumint", "int", "bigint"];
    private static readonly HashSet<string> Texts = ["char", "varchar", "text", "enum", "set"];
    private static readonly HashSet<string> Bytes = ["binary", "varbinary", "blob"];

    /// <summary>Name of a returned column's type, without its length.</summary>
    public static string Name(MySqlDbColumn column) => column.ProviderType switch
    {
        MySqlDbType.Byte => "tinyint",
        MySqlDbType.UByte => "tinyint unsigned",
        MySqlDbType.Int16 => "smallint",
        MySqlDbType.UInt16 => "smallint unsigned",
        MySqlDbType.Int24 => "mediumint",
        MySqlDbType.UInt24 => "mediumint unsigned",
        MySqlDbType.Int32 => "int",
        MySqlDbType.UInt32 => "int unsigned",
        MySqlDbType.Int64 => "bigint",
        MySqlDbType.UInt64 => "bigint unsigned",
        MySqlDbType.Decimal or MySqlDbType.NewDecimal => "decimal",
        MySqlDbType.String or MySqlDbType.Guid => "char",
        MySqlDbType.VarChar or MySqlDbType.VarString => "varchar",
        MySqlDbType.TinyText or MySqlDbType.Text or MySqlDbType.MediumText or MySqlDbType.LongText => "text",
        MySqlDbType.TinyBlob or MySqlDbType.Blob or MySqlDbType.MediumBlob or MySqlDbType.LongBlob => "blob",
        var other => other.ToString().ToLowerInvariant(),
    };

    public static bool Accepts(ContractColumn column, string type) => column.Kind switch
    {
        _ when type == "null" => column.Optional,
        ColumnKind.RowId or ColumnKind.Money or ColumnKind.Count => IsWhole(type) || type == "decimal",
        ColumnKind.Flag => IsWhole(type) || type == "bit",
        ColumnKind.Date => type == "date",
        _ => IsWhole(type) || Texts.Contains(type) || Bytes.Contains(type),
    };

    public static string Expected(ColumnKind kind) => kind switch
    {
        ColumnKind.RowId or ColumnKind.Count => "tinyint, smallint, mediumint, int, bigint (unsigned too) or decimal",
        ColumnKind.Money => "tinyint, smallint, mediumint, int, bigint (unsigned too) or decimal, in tiyn",
        ColumnKind.Flag => "tinyint, boolean, bit or another whole number",
        ColumnKind.Date => "date; write CAST(… AS DATE) around another type",
        _ => "char, varchar, text, enum or a whole number",
    };

    /// <summary>What is read of a column: a bigint (<see cref="Fraction"/> for what is none) or bytes.</summary>
    public static string Read(ContractColumn column, string type) => type switch
    {
        "null" => column.Name,
        _ when column.Repeats => Utf8(column.Name, type),
        "date" => MySqlDays.Numbered(column.Name),
        "bit" => $"CAST({column.Name} + 0 AS SIGNED)",
        "decimal" or "bigint unsigned" => Bounded(column.Name, "NULL", Fraction),
        _ when IsWhole(type) => $"CAST({column.Name} AS SIGNED)",
        _ => Utf8(column.Name, type),
    };

    /// <summary>The column as <see cref="Cell.FingerprintNumber"/>, always a signed bigint.</summary>
    public static string Number(ContractColumn column, string type) => type switch
    {
        "null" => "-3",
        _ when column.Repeats => Hash(column, type),
        "date" => MySqlDays.Fingerprint(column.Name),
        "bit" => $"coalesce(CAST({column.Name} + 0 AS SIGNED), -3)",
        "decimal" or "bigint unsigned" => Bounded(column.Name, "-3", -2),
        _ when IsWhole(type) => $"coalesce(CAST({column.Name} AS SIGNED), -3)",
        _ => Hash(column, type),
    };

    /// <summary>A number of at most 32 bits that leaves the same remainder.</summary>
    public static string Residue(ContractColumn column, string type) => string.Create(CultureInfo.InvariantCulture, $"{Number(column, type)} % {RowMix.Modulus}");

    public static bool IsWhole(string type) => Whole.Contains(type.EndsWith(Unsigned, StringComparison.Ordinal) ? type[..^Unsigned.Length] : type);

    // Of bytes, because a collation takes А and а, and a text with and without a space at its end, for the same.
    private static string Hash(ContractColumn column, string type) => $"coalesce({MySqlTextHash.Sql(Utf8(column.Name, type))}, -3)";

    private static string Utf8(string expression, string type) =>
        Bytes.Contains(type) ? $"CAST({expression} AS BINARY)" : $"CAST(CONVERT({expression} USING utf8mb4) AS BINARY)";

    private static string Bounded(string column, string absent, long otherwise) =>
        $"(CASE WHEN {column} IS NULL THEN {absent} WHEN {column} BETWEEN -9000000000000000000 AND 9000000000000000000 AND {column} = truncate({column}, 0) THEN CAST({column} AS SIGNED) ELSE {otherwise} END)";
}
