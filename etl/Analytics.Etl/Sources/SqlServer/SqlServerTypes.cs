using System.Globalization;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>Which SQL Server types a contract column may have, and how it becomes a fingerprint number and text.</summary>
internal static class SqlServerTypes
{
    /// <summary>Read in place of a number that is not whole or too large; whole numbers end before it.</summary>
    public const long Fraction = -9_100_000_000_000_000_000;

    private static readonly HashSet<string> Whole = ["tinyint", "smallint", "int", "bigint"];
    private static readonly HashSet<string> Decimals = ["decimal", "numeric"];
    private static readonly HashSet<string> Texts = ["char", "varchar", "nchar", "nvarchar"];

    public static bool Accepts(ContractColumn column, string type) => column.Kind switch
    {
        ColumnKind.RowId or ColumnKind.Money or ColumnKind.Count => Whole.Contains(type) || Decimals.Contains(type),
        ColumnKind.Flag => Whole.Contains(type) || type == "bit",
        ColumnKind.Date => type == "date",
        ColumnKind.Identifier => Whole.Contains(type) || Texts.Contains(type) || type == "uniqueidentifier",
        _ => Whole.Contains(type) || Texts.Contains(type),
    };

    public static string Expected(ColumnKind kind) => kind switch
    {
        ColumnKind.RowId or ColumnKind.Count => "tinyint, smallint, int, bigint or decimal",
        ColumnKind.Money => "tinyint, smallint, int, bigint or decimal, in tiyn; of money write CAST(… * 100 AS bigint)",
        ColumnKind.Flag => "bit or a whole number",
        ColumnKind.Date => "date; write CAST(… AS date) around another type",
        ColumnKind.Identifier => "char, varchar, nchar, nvarchar, uniqueidentifier or a whole number",
        _ => "char, varchar, nchar, nvarchar or a whole number",
    };

    /// <summary>What is read of a column: a bigint (<see cref="Fraction"/> for what is none) or the bytes of UTF-16 text.</summary>
    public static string Read(ContractColumn column, string type) => type switch
    {
        _ when column.Repeats => Bytes(column, type),
        "date" => Day(column.Name),
        "bit" => $"CAST({column.Name} AS bigint)",
        _ when Whole.Contains(type) => $"CAST({column.Name} AS bigint)",
        _ when Decimals.Contains(type) => Bounded(column.Name, "NULL", Fraction),
        _ => Bytes(column, type),
    };

    /// <summary>The column as <see cref="Cell.FingerprintNumber"/>, always a bigint.</summary>
    public static string Number(ContractColumn column, string type) => type switch
    {
        _ when column.Repeats => Hash(column, type),
        "date" => $"COALESCE({Day(column.Name)}, -3)",
        "bit" => $"COALESCE(CAST({column.Name} AS bigint), -3)",
        _ when Whole.Contains(type) => $"COALESCE(CAST({column.Name} AS bigint), -3)",
        _ when Decimals.Contains(type) => Bounded(column.Name, "-3", -2),
        _ => Hash(column, type),
    };

    /// <summary>A number of at most 32 bits that leaves the same remainder.</summary>
    public static string Residue(ContractColumn column, string type) => string.Create(CultureInfo.InvariantCulture, $"{Number(column, type)} % {RowMix.Modulus}");

    // Of bytes, because SQL Server takes texts for equal that differ in case or in spaces at their end.
    private static string Hash(ContractColumn column, string type) => $"COALESCE({SqlServerTextHash.Sql(Text(column.Name, type))}, -3)";

    private static string Bytes(ContractColumn column, string type) => $"CAST({Text(column.Name, type)} AS varbinary(8000))";

    // A char is filled with spaces to its length; they are no part of the text.
    private static string Text(string column, string type) => type switch
    {
        "char" or "nchar" => $"RTRIM(CAST({column} AS nvarchar(4000)))",
        "uniqueidentifier" => $"LOWER(CAST({column} AS nvarchar(4000)))",
        _ => $"CAST({column} AS nvarchar(4000))",
    };

    private static string Day(string column) => $"CAST(DATEDIFF(day, CAST('20000101' AS date), {column}) AS bigint)";

    // A literal of this size is a decimal there, and would make the whole expression one.
    private static string Bounded(string column, string absent, long otherwise) =>
        $"(CASE WHEN {column} IS NULL THEN {absent} WHEN {column} BETWEEN -9000000000000000000 AND 9000000000000000000 AND {column} = ROUND({column}, 0, 1) THEN TRY_CAST({column} AS bigint) ELSE CAST({otherwise} AS bigint) END)";
}
