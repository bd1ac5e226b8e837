using System.Globalization;
using Analytics.ChaosTests.Sources;
using Analytics.Warehouse.Engine;

namespace Analytics.ChaosTests.Reading;

/// <summary>Reads ClickHouse itself, beside the program.</summary>
public sealed class EngineReader(WarehouseConnection warehouse)
{
    public async Task<IReadOnlyDictionary<Unit, Totals>> FactsAsync() => (await RowsAsync(Sql("facts.sql"), static row => (
        new Unit((string)row[0], (string)row[1], Convert.ToInt32(row[2], CultureInfo.InvariantCulture)),
        new Totals(Convert.ToInt64(row[3], CultureInfo.InvariantCulture), Convert.ToInt64(row[4], CultureInfo.InvariantCulture), Convert.ToInt64(row[5], CultureInfo.InvariantCulture), (ulong)row[6]))))
        .ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>Cells of a publication that are not what the facts say.</summary>
    public Task<List<string>> LatticeDifferencesAsync(long publication) => RowsAsync(
        Sql("lattice_differences.sql"),
        static row => $"{row[0]} of territory {row[1]} until {row[2]:yyyy-MM-dd}: {string.Join(" / ", ((Array)row[3]).Cast<object>())}",
        ("publication", (ulong)publication));

    public Task<List<string>> StagesAsync() =>
        RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND (name LIKE 'stage_%' OR name LIKE 'fresh_%')", static row => (string)row[0]);

    private async Task<List<T>> RowsAsync<T>(string sql, Func<object[], T> read, params (string Name, object Value)[] parameters)
    {
        using var reader = await warehouse.Loader.ExecuteReaderAsync(sql, Parameters.Of(parameters));
        var rows = new List<T>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(read(values));
        }

        return rows;
    }

    private static string Sql(string file)
    {
        using var reader = new StreamReader(typeof(EngineReader).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
