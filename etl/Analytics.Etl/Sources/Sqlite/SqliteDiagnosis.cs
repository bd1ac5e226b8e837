using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>What an operator should know of a SQLite source before its first load.</summary>
internal static partial class SqliteDiagnosis
{
    public static IReadOnlyList<SourceFinding> Run(SqliteConnection connection, IReadOnlyList<Mapping> mappings)
    {
        var findings = new List<SourceFinding>
        {
            new(FindingLevel.Ok, $"SQLite {connection.ServerVersion}; the file is opened for reading only, whatever rights there are on it"),
        };
        foreach (var mapping in mappings)
        {
            try
            {
                findings.Add(Index(connection, mapping));
            }
            catch (SqliteException)
            {
                // A mapping that cannot be run is told by its contract.
            }
        }

        return findings;
    }

    private static SourceFinding Index(SqliteConnection connection, Mapping mapping)
    {
        var sql = $"SELECT {mapping.Process.PeriodColumn} FROM (\n{mapping.Sql}\n) AS contract WHERE {SqliteDays.Filter(mapping.Process.PeriodColumn, PeriodIndex.Probe)}";
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The office's own mapping file.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using (var plan = command.ExecuteReader())
        {
            while (plan.Read())
            {
                if (RangeOfIndex().IsMatch(plan.GetString(3)))
                {
                    return PeriodIndex.Served(mapping);
                }
            }
        }

        command.CommandText = sql + " LIMIT 0";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var column = reader.GetColumnSchema()[0];
        return PeriodIndex.Missing(mapping, column.BaseTableName, column.BaseColumnName);
    }

    [GeneratedRegex(@"INDEX .*\w+>\? AND \w+<\?")]
    private static partial Regex RangeOfIndex();
}
