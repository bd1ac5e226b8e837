using Analytics.Etl.Loading;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>PostgreSQL's errors in words that hold no row: a message that may quote a value is replaced by its code.</summary>
internal static class PostgresErrors
{
    public static LoadMessage Message(Exception exception) => exception switch
    {
        // Class 22 (data exception) and 23 (constraint) quote values of rows.
        PostgresException { SqlState: ['2', '2' or '3', ..] } error => new LoadMessage("source.error_in_data", error.SqlState),
        PostgresException error => $"{error.MessageText} ({error.SqlState}).",
        { InnerException: { } inner } => inner.Message.TrimEnd('.') + ".",
        _ => exception.Message.TrimEnd('.') + ".",
    };
}
