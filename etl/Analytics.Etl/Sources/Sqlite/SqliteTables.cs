using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>The tables from which a mapping's columns come, as SQLite says of the columns it returns.</summary>
internal static class SqliteTables
{
    /// <summary>What a mapping returns, then all columns of those tables.</summary>
    public static IEnumerable<SourceColumn> Returned(SqliteConnection connection, Mapping mapping)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The office's own mapping file.
        command.CommandText = $"SELECT * FROM (\n{mapping.Sql}\n) AS contract LIMIT 0";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var columns = reader.GetColumnSchema();
        return columns
            .Select((column, position) => new SourceColumn("", column.ColumnName, reader.GetDataTypeName(position) ?? ""))
            .Concat(columns.Select(column => column.BaseTableName).OfType<string>().Distinct().SelectMany(table => Columns(connection, table)))
            .ToList();
    }

    /// <summary>All columns of a table; none when it is gone.</summary>
    public static IReadOnlyList<SourceColumn> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, type FROM pragma_table_info(@table)";
        command.Parameters.AddWithValue("@table", table);
        using var reader = command.ExecuteReader();
        var columns = new List<SourceColumn>();
        while (reader.Read())
        {
            columns.Add(new SourceColumn(table, reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }
}
