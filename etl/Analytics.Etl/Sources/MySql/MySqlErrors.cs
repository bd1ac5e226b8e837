using System.Globalization;
using Analytics.Etl.Loading;
using MySqlConnector;

namespace Analytics.Etl.Sources.MySql;

/// <summary>MySQL's and MariaDB's errors in words that hold no row: a message that may quote a value is replaced by its number.</summary>
internal static class MySqlErrors
{
    // Classes of errors that are about connections, rights, names and syntax. All others may quote values of rows.
    private static readonly string[] Harmless = ["08", "28", "3D", "40", "42", "70"];

    public static LoadMessage Message(Exception exception) => exception switch
    {
        MySqlException { ErrorCode: MySqlErrorCode.CommandTimeoutExpired } => new LoadMessage("source.silent"),
        MySqlException { Number: > 0, SqlState: { Length: 5 } state } error when !Harmless.Contains(state[..2]) && error.ErrorCode is not
            (MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.TableDefinitionChanged or
                MySqlErrorCode.CannotAggregateTwoCollations or MySqlErrorCode.CannotAggregateThreeCollations or MySqlErrorCode.CannotAggregateNCollations) =>
            new LoadMessage("source.error_in_data", error.Number.ToString(CultureInfo.InvariantCulture)),
        MySqlException { Number: > 0, SqlState: { Length: 5 } } error => $"{error.Message.TrimEnd('.')} ({error.Number}).",
        { InnerException: { } inner } => inner.Message.TrimEnd('.') + ".",
        _ => exception.Message.TrimEnd('.') + ".",
    };
}
