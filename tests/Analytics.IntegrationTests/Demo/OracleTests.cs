using System.Globalization;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Npgsql;

namespace Analytics.IntegrationTests.Demo;

/// <summary>Compares the published lattice with an oracle that knows nothing of the product: plain SQL on the operational database.</summary>
[Collection(nameof(DemoTests))]
public sealed class OracleTests(DemoWorld demo)
{
    // Land changed in 2022 and has changed since: both kinds of boundaries differ in these years, and from each other. ./test --oracle takes all years.
    private static readonly (int First, int Last) Years = Environment.GetEnvironmentVariable("ANALYTICS_ORACLE_FROM") is { } first ? (int.Parse(first, CultureInfo.InvariantCulture), 2025) : (2022, 2023);

    // Units of today's region that are one on common boundaries. What was in the region in June 2022 only is left out.
    private static readonly string Together = string.Join(" UNION ALL ", Territories.Shipped.Land.All
        .Where(land => land is { IsToday: false, Units.Count: 2 } && land.Units.All(Territories.Shipped.Land.Today.Units.Contains))
        .Select(land => string.Create(CultureInfo.InvariantCulture, $"SELECT toUInt32({land.Id}), '{string.Join('+', land.Units.Select(unit => unit.Slug))}'")));

    private static readonly string Published = string.Create(CultureInfo.InvariantCulture, $"""
        SELECT measure, toString(boundaries), slug, period_kind, toString(period_end), category, aid_kind, value
        FROM published_measure
        INNER JOIN (SELECT DISTINCT territory_id, slug FROM dim_territory UNION ALL {Together}) AS territory USING (territory_id)
        WHERE publication_id = 1 AND measure NOT LIKE 'target:%' AND toYear(period_end) BETWEEN {Years.First} AND {Years.Last}
        """);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_measure_equals_plain_SQL_on_the_source_cell_by_cell_on_all_boundaries()
    {
        var oracle = await OracleAsync();
        var published = (await demo.FromSqlite.RowsAsync(Published, Token)).Select(Cell).ToDictionary(cell => cell.Key, cell => cell.Value);

        // Only the demo's last month has applications that are not decided: of the years before, the oracle knows none.
        var compared = MeasureCatalogue.All.Select(measure => measure.Name).Where(measure => measure != "grants_under_review" || Years.Last == 2025);
        Assert.Equal(compared.Order(StringComparer.Ordinal), oracle.Keys.Select(cell => cell[..cell.IndexOf('|', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
        Assert.True(oracle.Count > (Years.First == 2019 ? 700_000 : 130_000), $"The oracle has only {oracle.Count} cells.");
        var differing = oracle.Where(cell => !published.TryGetValue(cell.Key, out var value) || value != cell.Value).Take(10)
            .Select(cell => $"{cell.Key}: source {cell.Value}, published {(published.TryGetValue(cell.Key, out var value) ? value : "nothing")}")
            .Concat(published.Where(cell => !oracle.ContainsKey(cell.Key)).Take(10).Select(cell => $"{cell.Key}: source nothing, published {cell.Value}"))
            .ToList();
        Assert.True(differing.Count == 0, string.Join('\n', differing));

        await The_reader_gives_the_same_and_the_approval_rate_from_both_its_parts(oracle);
    }

    private async Task The_reader_gives_the_same_and_the_approval_rate_from_both_its_parts(Dictionary<string, decimal> oracle)
    {
        string[] codes = ["families", "persons", "paid_amount", "placements", "grant_approval_rate"];
        var indicators = codes.Select(code => IndicatorCatalogue.Find(code)!).ToList();
        var reader = demo.FromSqlite.NewReader();
        foreach (var period in Periods())
        {
            var answer = await reader.ReadAsync(new IndicatorQuery(indicators, Territories.Shipped.During(period.FirstDay, period.LastDay), period), Token);
            foreach (var value in answer.Values)
            {
                Assert.Equal(Expected(oracle, value, period), value.Figure.Value);
            }
        }
    }

    private static decimal? Expected(Dictionary<string, decimal> oracle, IndicatorValue value, Period period)
    {
        decimal Of(string measure) => oracle.GetValueOrDefault(Key(measure, value.Territory.Slug, period));
        return value.Indicator.Code switch
        {
            "grant_approval_rate" => Of("grant_applications") == 0 ? null : Of("grants_approved") * 100 / Of("grant_applications"),
            var code => Of(code),
        };
    }

    private static IEnumerable<Period> Periods() =>
        from year in Enumerable.Range(Years.First, Years.Last - Years.First + 1)
        from month in Enumerable.Range(1, 12)
        from period in month % 3 == 0
            ? new[] { Period.OfMonth(year, month), Period.ToDate(year, month), Period.OfQuarter(year, month / 3) }
            : [Period.OfMonth(year, month), Period.ToDate(year, month)]
        select period;

    private static string Key(string measure, string slug, Period period)
    {
        var kind = period.Kind switch { PeriodKind.Month => "month", PeriodKind.Quarter => "quarter", _ => "ytd" };
        return $"{measure}|as_reported|{slug}|{kind}|{period.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}|all|all";
    }

    private static KeyValuePair<string, decimal> Cell(string row)
    {
        var end = row.LastIndexOf('|');
        return new(row[..end], decimal.Parse(row.AsSpan(end + 1), CultureInfo.InvariantCulture));
    }

    private async Task<Dictionary<string, decimal>> OracleAsync()
    {
        await using var stream = typeof(OracleTests).Assembly.GetManifestResourceStream("oracle.sql")!;
        using var text = new StreamReader(stream);
        await using var connection = new NpgsqlConnection(demo.PostgresConnection);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand { Connection = connection, CommandTimeout = 0 };
#pragma warning disable CA2100 // The file beside this one.
        command.CommandText = $"SET oracle.first_year = '{Years.First}';\nSET oracle.last_year = '{Years.Last}';\n{await text.ReadToEndAsync(Token)}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Token);
        var cells = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (await reader.ReadAsync(Token))
        {
            var day = reader.GetFieldValue<DateOnly>(4).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            cells.Add($"{reader.GetString(0)}|{reader.GetString(1)}|{reader.GetString(2)}|{reader.GetString(3)}|{day}|{reader.GetString(5)}|{reader.GetString(6)}", reader.GetDecimal(7));
        }

        return cells;
    }
}
