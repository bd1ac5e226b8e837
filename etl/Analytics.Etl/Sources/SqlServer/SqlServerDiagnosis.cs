using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>What an operator should know of a SQL Server source before its first load.</summary>
internal sealed class SqlServerDiagnosis(SqlConnection connection, TimeProvider clock)
{
    // SQL Server 2016.
    private const int OldestVersion = 13;

    public async Task<IReadOnlyList<SourceFinding>> RunAsync(IReadOnlyList<Mapping> mappings, CancellationToken cancellationToken)
    {
        var major = int.Parse(connection.ServerVersion.Split('.')[0], CultureInfo.InvariantCulture);
        var findings = new List<SourceFinding>
        {
            major >= OldestVersion
                ? new(FindingLevel.Ok, $"SQL Server {connection.ServerVersion}")
                : new(FindingLevel.Wrong, $"SQL Server {connection.ServerVersion} is too old: 2016 ({OldestVersion}) and newer are read"),
            await ClockSkew.AskAsync("the database", clock, async () => DateTimeOffset.FromUnixTimeMilliseconds(
                long.Parse((await RowsAsync("SELECT DATEDIFF_BIG(millisecond, '19700101', SYSUTCDATETIME())", cancellationToken))[0][0], CultureInfo.InvariantCulture))),
        };
        var account = (await RowsAsync("SELECT SUSER_SNAME()", cancellationToken))[0][0];
        var writable = new List<string>();
        foreach (var mapping in mappings)
        {
            try
            {
                writable.AddRange(await WritableAsync(mapping, cancellationToken));
                findings.Add(await IndexAsync(mapping, cancellationToken));
            }
            catch (SqlException)
            {
                // A mapping that cannot be run is told by its contract.
            }
        }

        findings.Add(writable.Count == 0
            ? new SourceFinding(FindingLevel.Ok, $"the account {account} cannot write what the mappings read")
            : new SourceFinding(FindingLevel.Wrong, $"the account {account} may change {string.Join(", ", writable.Distinct())}, but a source is only read. Make an account of its own: CREATE USER analytics; GRANT SELECT on the tables of the mapping"));
        return findings;
    }

    private async Task<IEnumerable<string>> WritableAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var table in await SqlServerTables.ReadByAsync(connection, mapping, cancellationToken))
        {
            var rights = await RowsAsync(
                """
                SELECT HAS_PERMS_BY_NAME(named.quoted, 'OBJECT', asked.permission)
                FROM (SELECT QUOTENAME(@schema) + '.' + QUOTENAME(@table) AS quoted) AS named
                CROSS JOIN (VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('ALTER')) AS asked (permission)
                """,
                cancellationToken, ("@schema", table.Split('.', 2)[0]), ("@table", table.Split('.', 2)[^1]));
            found.AddRange(rights.Any(right => right[0] == "1") ? [table] : []);
        }

        return found;
    }

    private async Task<SourceFinding> IndexAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        if (await SqlServerTables.BehindAsync(connection, mapping, mapping.Process.PeriodColumn, cancellationToken) is not [var behind, ..])
        {
            return PeriodIndex.Missing(mapping, null, null);
        }

        var indexes = await RowsAsync(
            """
            SELECT position.index_id FROM sys.index_columns AS position
            JOIN sys.columns AS indexed ON indexed.object_id = position.object_id AND indexed.column_id = position.column_id
            WHERE position.object_id = OBJECT_ID(QUOTENAME(@schema) + '.' + QUOTENAME(@table)) AND indexed.name = @column AND position.key_ordinal = 1
            """,
            cancellationToken, ("@schema", behind[0]), ("@table", behind[1]), ("@column", behind[2]));
        return indexes.Count > 0 ? PeriodIndex.Served(mapping) : PeriodIndex.Missing(mapping, $"{behind[0]}.{behind[1]}", behind[2]);
    }

    private Task<IReadOnlyList<string[]>> RowsAsync(string sql, CancellationToken cancellationToken, params (string Name, string Value)[] parameters) =>
        SqlServerTables.RowsAsync(connection, sql, cancellationToken, parameters);
}
