namespace Analytics.Etl.Sources.Postgres;

/// <summary>Which PostgreSQL types a contract column may have, and how it is read and enters the fingerprint.</summary>
internal static class PostgresTypes
{
    private static readonly HashSet<string> Whole = ["smallint", "integer", "bigint"];
    private static readonly HashSet<string> Texts = ["text", "character varying", "character", "name"];

    public static bool Accepts(ContractColumn column, string type) => column.Kind switch
    {
        ColumnKind.RowId or ColumnKind.Money or ColumnKind.Count => Whole.Contains(Bare(type)) || Bare(type) == "numeric",
        ColumnKind.Flag => Whole.Contains(Bare(type)) || Bare(type) == "boolean",
        ColumnKind.Date => Bare(type) == "date",
        ColumnKind.Identifier => Whole.Contains(Bare(type)) || Texts.Contains(Bare(type)) || Bare(type) == "uuid",
        _ => Whole.Contains(Bare(type)) || Texts.Contains(Bare(type)),
    };

    public static string Expected(ColumnKind kind) => kind switch
    {
        ColumnKind.RowId or ColumnKind.Count => "smallint, integer, bigint or numeric",
        ColumnKind.Money => "smallint, integer, bigint or numeric, in tiyn",
        ColumnKind.Flag => "boolean, smallint, integer or bigint",
        ColumnKind.Date => "date",
        ColumnKind.Identifier => "text, character varying, uuid or a whole number",
        _ => "text, character varying or a whole number",
    };

    /// <summary>True of types that hold nothing but whole numbers of 64 bits.</summary>
    public static bool IsWhole(string type) => Whole.Contains(Bare(type));

    /// <summary>What is read of a column: a bigint, a numeric, a date or text.</summary>
    public static string Read(ContractColumn column, string type) => Bare(type) switch
    {
        _ when column.Repeats => column.Name + "::text",
        "boolean" => column.Name + "::int::bigint",
        "smallint" or "integer" or "bigint" => column.Name + "::bigint",
        "numeric" or "date" => column.Name,
        _ => column.Name + "::text",
    };

    /// <summary>The whole number that stands for a column in the fingerprint.</summary>
    public static string Number(ContractColumn column, string type) => Bare(type) switch
    {
        "boolean" => $"coalesce({column.Name}::int, -3)::bigint",
        "smallint" or "integer" or "bigint" => $"coalesce({column.Name}, -3)::bigint",
        "numeric" => $"(CASE WHEN {column.Name} IS NULL THEN -3 WHEN {column.Name} BETWEEN -9000000000000000000 AND 9000000000000000000 AND {column.Name} = trunc({column.Name}) THEN {column.Name}::bigint ELSE -2 END)",
        "date" => $"(CASE WHEN {column.Name} IS NULL THEN -3 WHEN isfinite({column.Name}) THEN ({column.Name} - DATE '2000-01-01') ELSE -1 END)::bigint",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>True of a column that enters the fingerprint by the hash of its text.</summary>
    public static bool IsHashed(ContractColumn column, string type) =>
        column.Repeats || Bare(type) is not ("boolean" or "smallint" or "integer" or "bigint" or "numeric" or "date");

    /// <summary>The type without its length or precision.</summary>
    public static string Bare(string type)
    {
        var bracket = type.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? type : type[..bracket];
    }
}
