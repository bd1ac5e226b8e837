using System.Text.RegularExpressions;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>What an operator should know of a PostgreSQL source before its first load.</summary>
internal sealed partial class PostgresDiagnosis(NpgsqlConnection connection, TimeProvider clock)
{
    private const int OldestVersion = 12;

    public async Task<IReadOnlyList<SourceFinding>> RunAsync(IReadOnlyList<Mapping> mappings, CancellationToken cancellationToken)
    {
        var findings = new List<SourceFinding>
        {
            connection.PostgreSqlVersion.Major >= OldestVersion
                ? new(FindingLevel.Ok, $"PostgreSQL {connection.PostgreSqlVersion}")
                : new(FindingLevel.Wrong, $"PostgreSQL {connection.PostgreSqlVersion} is too old: {OldestVersion} and newer are read"),
            await ClockSkew.AskAsync("the database", clock, async () => new DateTimeOffset((DateTime)(await ScalarAsync("SELECT clock_timestamp()", cancellationToken))!)),
        };
        var account = (string)(await ScalarAsync("SELECT current_user::text", cancellationToken))!;
        var writable = await IsSuperuserAsync(cancellationToken) ? [$"the account {account} is a superuser"] : await WritableAsync(account, mappings, cancellationToken);
        findings.AddRange(writable.Select(what => new SourceFinding(
            FindingLevel.Wrong, $"{what}, but a source is only read. Make an account of its own: CREATE ROLE analytics LOGIN; GRANT SELECT on the tables of the mapping")));
        if (writable.Count == 0)
        {
            findings.Add(new SourceFinding(FindingLevel.Ok, $"the account {account} cannot write what the mappings read"));
        }

        foreach (var mapping in mappings)
        {
            await TryAsync(async () => findings.Add(await IndexAsync(mapping, cancellationToken)), cancellationToken);
        }

        return findings;
    }

    private async Task<bool> IsSuperuserAsync(CancellationToken cancellationToken) =>
        (bool)(await ScalarAsync("SELECT rolsuper FROM pg_roles WHERE rolname = current_user", cancellationToken) ?? false);

    private async Task<IReadOnlyList<string>> WritableAsync(string account, IReadOnlyList<Mapping> mappings, CancellationToken cancellationToken)
    {
        var tables = new HashSet<(string Schema, string Name)>();
        foreach (var mapping in mappings)
        {
            await TryAsync(async () => tables.UnionWith(PostgresPlan.Tables(await PostgresPlan.NodesAsync(connection, mapping.Sql, cancellationToken))), cancellationToken);
        }

        await using var command = new NpgsqlCommand(
            """
            SELECT DISTINCT what FROM (
              SELECT format('may change the table %s (REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON %1$s)', class.oid::regclass) AS what
              FROM unnest(@schemas, @names) AS read (schema_name, table_name)
              JOIN pg_namespace AS space ON space.nspname = read.schema_name
              JOIN pg_class AS class ON class.relnamespace = space.oid AND class.relname = read.table_name
              WHERE has_table_privilege(class.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(class.oid, 'INSERT, UPDATE')
              UNION ALL
              SELECT format('may create tables in the schema %I (REVOKE CREATE ON SCHEMA %1$I FROM PUBLIC)', space.nspname)
              FROM pg_namespace AS space WHERE space.nspname = ANY (@schemas) AND has_schema_privilege(space.oid, 'CREATE')
            ) AS found ORDER BY what
            """,
            connection);
        command.Parameters.AddWithValue("schemas", tables.Select(table => table.Schema).ToArray());
        command.Parameters.AddWithValue("names", tables.Select(table => table.Name).ToArray());
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add($"the account {account} {reader.GetString(0)}");
        }

        return found;
    }

    // With whole-table scans discouraged, the planner takes an index for the period where there is one, also of a small table.
    private async Task<SourceFinding> IndexAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        await ScalarAsync("SET LOCAL enable_seqscan = off", cancellationToken);
        var column = mapping.Process.PeriodColumn;
        var nodes = await PostgresPlan.NodesAsync(
            connection,
            $"SELECT * FROM (\n{mapping.Sql}\n) AS contract WHERE {column} >= DATE '{PeriodIndex.Probe.From:yyyy-MM-dd}' AND {column} < DATE '{PeriodIndex.Probe.Until:yyyy-MM-dd}'",
            cancellationToken);
        var day = $"'{PeriodIndex.Probe.From:yyyy-MM-dd}'";

        // Where no node asks for the day at all, partitions have answered it.
        if (nodes.Any(node => node.Text("Index Cond").Contains(day, StringComparison.Ordinal)) || !nodes.Any(node => node.Text("Filter").Contains(day, StringComparison.Ordinal)))
        {
            return PeriodIndex.Served(mapping);
        }

        var scan = nodes.First(node => node.Text("Filter").Contains(day, StringComparison.Ordinal));
        var compared = ComparedColumn().Match(scan.Text("Filter"));
        var table = scan.Text("Relation Name");
        return PeriodIndex.Missing(mapping, table.Length == 0 ? null : $"{scan.Text("Schema")}.{table}", compared.Success ? compared.Groups[1].Value : null);
    }

    // Each question in a transaction of its own: a mapping that cannot be run is told by its contract.
    private async Task TryAsync(Func<Task> ask, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await ask();
        }
        catch (PostgresException)
        {
            await transaction.RollbackAsync(cancellationToken);
        }
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Only constants of this file.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    [GeneratedRegex(@"\((?:\w+\.)?(""?\w+""?) >= '2037")]
    private static partial Regex ComparedColumn();
}
