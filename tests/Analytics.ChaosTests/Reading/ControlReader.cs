using System.Globalization;
using Analytics.ChaosTests.Sources;
using Npgsql;

namespace Analytics.ChaosTests.Reading;

/// <summary>Reads the control database itself, beside the program.</summary>
public sealed class ControlReader(string connectionString)
{
    /// <summary>Publications in force with their units: there must be one at most.</summary>
    public Task<IReadOnlyList<Publication>> InForceAsync() => PublicationsAsync("state = 'in_force'");

    public async Task<Publication?> FindAsync(long number) =>
        (await PublicationsAsync(string.Create(CultureInfo.InvariantCulture, $"publication.number = {number}"))).SingleOrDefault();

    /// <summary>State, message and load of every unit.</summary>
    public async Task<IReadOnlyList<(string Unit, string State, string Message)>> UnitsAsync() => await RowsAsync(
        "SELECT source || '/' || process || '/' || period, state, message FROM load_unit", static row => (row.GetString(0), row.GetString(1), row.GetString(2)));

    public async Task<IReadOnlyList<string>> LiveLeasesAsync() => await RowsAsync(
        "SELECT name || ' of ' || holder FROM lease WHERE expires_at > extract(epoch FROM clock_timestamp()) * 1000", static row => row.GetString(0));

    /// <summary>Messages of runs that failed.</summary>
    public async Task<IReadOnlyList<string>> RunMessagesAsync() => await RowsAsync("SELECT message FROM load_run WHERE message <> ''", static row => row.GetString(0));

    /// <summary>Kind and cause of the open alerts, but for those of the machine that runs the tests.</summary>
    public async Task<IReadOnlyList<string>> OpenAlertsAsync() => await RowsAsync(
        "SELECT kind || ' ' || cause FROM alert WHERE closed_at IS NULL AND kind <> 'disk_low' ORDER BY id", static row => row.GetString(0));

    private async Task<IReadOnlyList<Publication>> PublicationsAsync(string which)
    {
        var rows = await RowsAsync(
            $"SELECT publication.number, source, process, period, row_count, money_tiyn FROM publication LEFT JOIN publication_unit USING (number) WHERE {which}",
            static row => (Number: row.GetInt64(0), Unit: row.IsDBNull(1) ? null : UnitOf(row), Rows: row.IsDBNull(4) ? 0 : row.GetInt64(4), Money: row.IsDBNull(5) ? 0 : row.GetInt64(5)));
        return [.. rows.GroupBy(row => row.Number).Select(one => new Publication(
            one.Key, one.Where(row => row.Unit is not null).ToDictionary(row => row.Unit!, row => (row.Rows, row.Money))))];
    }

    private static Unit? UnitOf(NpgsqlDataReader row) => row.GetString(3).Split('-') is [_, var month]
        ? new Unit(row.GetString(1), row.GetString(2), int.Parse(month, CultureInfo.InvariantCulture))
        : null;

    private async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Our own statements.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
