using System.Globalization;
using Analytics.Etl.Loading;
using Microsoft.Data.SqlClient;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>SQL Server's errors in words that hold no row: a message that may quote a value is replaced by its number.</summary>
internal static class SqlServerErrors
{
    // Syntax, names, rights, locks, logins. All others may quote values of rows.
    private static readonly HashSet<int> Harmless =
        [2, 53, 102, 156, 207, 208, 229, 230, 319, 916, 1033, 1205, 1222, 3952, 3961, 4060, 4104, 8120, 8155, 8156, 18452, 18456];

    public static LoadMessage Message(Exception exception) => exception switch
    {
        SqlException { Number: -2 } => "it was silent for longer than its TimeoutSeconds allow.",
        SqlException error when Harmless.Contains(error.Number) || error.Class >= 20 => $"{error.Message.Split('\n')[0].Trim().TrimEnd('.')} ({error.Number}).",
        SqlException error => new LoadMessage("source.error_in_data", error.Number.ToString(CultureInfo.InvariantCulture)),
        { InnerException: { } inner } => inner.Message.TrimEnd('.') + ".",
        _ => exception.Message.TrimEnd('.') + ".",
    };
}
