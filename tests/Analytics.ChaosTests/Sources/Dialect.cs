using System.Data.Common;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace Analytics.ChaosTests.Sources;

/// <summary>What differs between the databases of sources.</summary>
/// <param name="Whole">Type of whole numbers.</param>
/// <param name="Day">Type of days.</param>
/// <param name="Impatience">Statement after which nobody waits long for a table: who waits keeps all others waiting behind him.</param>
/// <param name="Connect">A connection by its connection string.</param>
public sealed record Dialect(string Whole, string Day, string Impatience, Func<string, DbConnection> Connect)
{
    public static Dialect Postgres { get; } = new("bigint", "date", "SET lock_timeout = '1500ms'; ", static text => new NpgsqlConnection(text));

    public static Dialect MariaDb { get; } = new("bigint", "date", "SET SESSION lock_wait_timeout = 2, innodb_lock_wait_timeout = 2; ", static text => new MySqlConnection(text));

    public static Dialect Sqlite { get; } = new("integer", "text", "", static text => new SqliteConnection(text));
}
