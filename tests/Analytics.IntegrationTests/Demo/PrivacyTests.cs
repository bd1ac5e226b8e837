using System.Globalization;
using Analytics.IntegrationTests.Servers;
using Microsoft.Data.Sqlite;

namespace Analytics.IntegrationTests.Demo;

/// <summary>A full run over the demo leaves nobody's number, name or address behind.</summary>
[Collection(nameof(DemoTests))]
public sealed class PrivacyTests(DemoWorld demo, SharedEngine engine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_number_name_address_or_case_of_a_person_is_in_any_String_column_of_ClickHouse()
    {
        var people = People();
        var columns = await demo.FromSqlite.RowsAsync(
            "SELECT table, name FROM system.columns WHERE database = currentDatabase() AND type LIKE '%String%' AND table NOT LIKE 'measure_%'", Token);

        Assert.Contains("quarantine|source_key", columns);
        foreach (var column in columns.Select(column => column.Split('|')))
        {
            foreach (var world in new[] { demo.FromSqlite, demo.FromPostgres })
            {
                foreach (var value in await world.RowsAsync($"SELECT DISTINCT toString({column[1]}) FROM {column[0]}", Token))
                {
                    Assert.DoesNotMatch("[0-9]{12}", value);
                    Assert.DoesNotContain(value, people);
                }
            }
        }
    }

    [Fact]
    public async Task No_number_column_of_ClickHouse_holds_a_national_identifier()
    {
        var numbers = Ask("social", "SELECT iin FROM person").Concat(Ask("employment", "SELECT iin FROM applicant")).ToHashSet(StringComparer.Ordinal);
        var columns = await demo.FromSqlite.RowsAsync(
            "SELECT table, name FROM system.columns WHERE database = currentDatabase() AND type LIKE '%Int64%' AND table LIKE 'fact_%' AND default_kind = ''", Token);

        Assert.Contains("fact_benefit_recipient|person_key", columns);
        foreach (var column in columns.Select(column => column.Split('|')))
        {
            var found = await demo.FromSqlite.RowsAsync($"SELECT DISTINCT leftPad(toString({column[1]}), 12, '0') FROM {column[0]} WHERE {column[1]} < 1000000000000", Token);
            Assert.DoesNotContain(found, numbers.Contains);
        }
    }

    [Fact]
    public void No_number_name_or_address_of_a_person_is_in_the_control_database_or_a_log()
    {
        var people = People();
        string[] texts =
        [
            demo.FromSqlite.Log,
            demo.FromPostgres.Log,
            .. new[] { demo.FromSqlite, demo.FromPostgres }.SelectMany(world => Directory.EnumerateFiles(world.DataDirectory, "control.db*")).Select(ReadShared),
            .. Directory.EnumerateFiles(Path.Combine(engine.DataDirectory, "engine"), "*.log").Select(ReadShared),
        ];

        Assert.Contains("Loaded social/benefit_recipients/2020-06", demo.FromSqlite.Log, StringComparison.Ordinal);
        foreach (var text in texts)
        {
            // Every run of twelve digits or more, and every word pair, is looked up among the people.
            Assert.DoesNotContain(System.Text.RegularExpressions.Regex.Matches(text, "(?<![0-9])[0-9]{12}(?![0-9])").Select(match => match.Value), people.Contains);
            Assert.DoesNotContain(System.Text.RegularExpressions.Regex.Matches(text, @"\p{IsCyrillic}+ \p{IsCyrillic}+( \p{IsCyrillic}+)?").Select(match => match.Value), people.Contains);
        }
    }

    // Numbers, names, addresses and case numbers of all people of the demo.
    private HashSet<string> People() =>
    [
        .. Ask("social", "SELECT iin FROM person UNION SELECT full_name FROM person UNION SELECT address FROM person UNION SELECT case_number FROM household"),
        .. Ask("employment", "SELECT iin FROM applicant UNION SELECT full_name FROM applicant"),
    ];

    private List<string> Ask(string system, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={demo.SqliteFile(system)};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A literal of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return values;
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
