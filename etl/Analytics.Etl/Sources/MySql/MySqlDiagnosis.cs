using System.Globalization;
using System.Text.RegularExpressions;
using MySqlConnector;

namespace Analytics.Etl.Sources.MySql;

/// <summary>What an operator should know of a MySQL or MariaDB source before its first load.</summary>
internal sealed partial class MySqlDiagnosis(MySqlConnection connection, TimeProvider clock)
{
    private static readonly Version OldestMariaDb = new(10, 5);
    private static readonly Version OldestMySql = new(8, 0);

    // Everything else changes something: rows, tables, rights or the server.
    private static readonly HashSet<string> OnlyReads =
    [
        "USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES", "PROCESS", "REPLICATION CLIENT", "BINLOG MONITOR", "SLAVE MONITOR", "REPLICA MONITOR", "SHOW CREATE ROUTINE",
    ];

    public async Task<IReadOnlyList<SourceFinding>> RunAsync(IReadOnlyList<Mapping> mappings, CancellationToken cancellationToken)
    {
        var findings = new List<SourceFinding>
        {
            Version((await ColumnAsync("SELECT version()", cancellationToken))[0]),
            await ClockSkew.AskAsync("the database", clock, async () => DateTimeOffset.FromUnixTimeMilliseconds(
                (long)(double.Parse((await ColumnAsync("SELECT CAST(unix_timestamp(sysdate(3)) AS CHAR)", cancellationToken))[0], CultureInfo.InvariantCulture) * 1000))),
        };
        var account = (await ColumnAsync("SELECT current_user()", cancellationToken))[0];
        var writing = (await ColumnAsync("SHOW GRANTS", cancellationToken)).SelectMany(Writing).Distinct().ToList();
        findings.Add(writing.Count == 0
            ? new SourceFinding(FindingLevel.Ok, $"the account {account} can only read")
            : new SourceFinding(FindingLevel.Wrong, $"the account {account} may do more than read ({string.Join("; ", writing)}), but a source is only read. Make an account of its own: CREATE USER analytics; GRANT SELECT on the tables of the mapping"));
        foreach (var mapping in mappings)
        {
            try
            {
                findings.AddRange(await OfAsync(mapping, cancellationToken));
            }
            catch (MySqlException)
            {
                // A mapping that cannot be run is told by its contract.
            }
        }

        return findings;
    }

    /// <summary>Rights beyond reading that a line of SHOW GRANTS gives, as <c>INSERT, DROP on `social`.*</c>.</summary>
    internal static IEnumerable<string> Writing(string grant)
    {
        var match = Grant().Match(grant);
        if (!match.Success)
        {
            return [];
        }

        var rights = ColumnList().Replace(match.Groups["rights"].Value, "").Split(',', StringSplitOptions.TrimEntries).Where(right => !OnlyReads.Contains(right)).ToList();
        return rights.Count == 0 ? [] : [$"{string.Join(", ", rights.Take(4))}{(rights.Count > 4 ? " and more" : "")} on {match.Groups["scope"].Value}"];
    }

    internal static SourceFinding Version(string version)
    {
        var isMariaDb = version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);
        var (product, oldest) = isMariaDb ? ("MariaDB", OldestMariaDb) : ("MySQL", OldestMySql);
        return System.Version.TryParse(Number().Match(version).Value, out var number) && number >= oldest
            ? new SourceFinding(FindingLevel.Ok, $"{product} {number}")
            : new SourceFinding(FindingLevel.Wrong, $"{product} {version} is too old: {product} {oldest} and newer are read");
    }

    private async Task<IReadOnlyList<SourceFinding>> OfAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        var findings = new List<SourceFinding>();
        var columns = await MySqlTables.ReturnedAsync(connection, mapping, cancellationToken);
        foreach (var (schema, table) in MySqlTables.Of(columns))
        {
            var engine = await ColumnAsync("SELECT engine FROM information_schema.tables WHERE table_schema = @schema AND table_name = @table AND engine <> 'InnoDB'", cancellationToken, ("schema", schema), ("table", table));
            findings.AddRange(engine.Select(name => new SourceFinding(
                FindingLevel.Note, $"the table {schema}.{table} is kept by {name}, which has no snapshots: a load during which it is written fails and is repeated. Ask for ALTER TABLE {table} ENGINE = InnoDB")));
        }

        var day = columns.FirstOrDefault(column => column.ColumnName == mapping.Process.PeriodColumn);
        var indexes = await ColumnAsync(
            "SELECT index_name FROM information_schema.statistics WHERE table_schema = @schema AND table_name = @table AND column_name = @column AND seq_in_index = 1", cancellationToken,
            ("schema", day?.BaseSchemaName), ("table", day?.BaseTableName), ("column", day?.BaseColumnName));
        findings.Add(indexes.Count > 0 ? PeriodIndex.Served(mapping) : PeriodIndex.Missing(mapping, day?.BaseTableName, day?.BaseColumnName));
        return findings;
    }

    private async Task<IReadOnlyList<string>> ColumnAsync(string sql, CancellationToken cancellationToken, params (string Name, string? Value)[] parameters)
    {
#pragma warning disable CA2100 // Only constants of this file.
        await using var command = new MySqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }

        return values;
    }

    [GeneratedRegex(@"^GRANT (?<rights>.+?) ON (?<scope>(?:PROCEDURE |FUNCTION |PACKAGE |PACKAGE BODY )?[`*\w'""@%.-]+) TO ", RegexOptions.ExplicitCapture)]
    private static partial Regex Grant();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex ColumnList();

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Number();
}
