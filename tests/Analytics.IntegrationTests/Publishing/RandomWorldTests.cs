using System.Globalization;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using CsCheck;

namespace Analytics.IntegrationTests.Publishing;

/// <summary>
/// Random small worlds over the changes of 2022 and 2024, with months that are missing, settlements that are not told and corrections
/// that come later, against a model that walks through the rows one by one and shares nothing with the product.
/// </summary>
public sealed class RandomWorldTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private sealed record Row(int Year, int Month, string District, string Settlement, int Household, bool Large, int Paid);

    // District, its KATO code until (and from) a month, and settlements with the unit of today on whose land they lie.
    private static readonly (string Slug, string Kato, int From, int To)[] Districts =
    [
        ("oskemen", "631000000", 0, int.MaxValue), ("semey", "632800000", 0, 202206), ("kokpekti", "635000000", 0, 202206), ("samar", "635600000", 202206, int.MaxValue),
        ("tarbagatay", "635800000", 0, int.MaxValue), ("kurshum", "635200000", 0, int.MaxValue), ("markakol", "635500000", 202401, int.MaxValue),
    ];

    // Until when a district lay also on the land of another unit, and the declared share of it.
    private static readonly (string District, string Part, int Until, decimal Share)[] Divided =
        [("kokpekti", "samar", 202206, 0.50m), ("tarbagatay", "aqsuat", 202206, 0.51m), ("kurshum", "markakol", 202401, 0.38m), ("semey", "zhanasemey", 202401, 0.15m)];

    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["635001100"] = "kokpekti", ["635002300"] = "samar", ["635801100"] = "tarbagatay", ["635802300"] = "aqsuat",
        ["635201100"] = "kurshum", ["635202300"] = "markakol", ["632801100"] = "semey", ["632802300"] = "zhanasemey", ["631001100"] = "oskemen",
    };

    private static readonly string[] Today =
        ["oskemen", "ridder", "glubokoe", "zaysan", "altay", "kurshum", "katonkaragay", "markakol", "samar", "tarbagatay", "ulan", "ulken-naryn", "shemonaikha"];

    private static readonly Gen<Row> AnyRow =
        from month in Gen.Int[0, 47]
        from district in Gen.Int[0, Districts.Length - 1]
        from settlement in Gen.Int[0, Places.Count + 3]
        from household in Gen.Int[0, 12]
        from large in Gen.Bool
        from paid in Gen.Int[0, 3]
        let code = ((2021 + (month / 12)) * 100) + (month % 12) + 1
        let place = Districts[district] is var (_, _, since, until) && since <= code && code <= until ? district : 0
        select new Row(2021 + (month / 12), (month % 12) + 1, Districts[place].Slug, settlement < Places.Count ? Places.Keys.Order(StringComparer.Ordinal).ElementAt(settlement) : "", household, large, paid * 100);

    [Fact]
    public async Task Families_and_payments_equal_a_naive_model_on_all_boundaries_before_and_after_corrections() =>
        await Gen.Select(AnyRow.List[30, 120], AnyRow.List[0, 30], Gen.Int[2, 5]).SampleAsync(
            async (first, added, every) =>
            {
                var source = await SourceOfAsync(first);
                await using var world = await WorldAsync(source);
                await world.LoadAndPublishAsync(Token);
                await AssertEqualAsync(world, first);

                // Corrections: some rows go, some come.
                List<Row> second = [.. first.Where((_, i) => i % every != 0), .. added];
                await source.ExecuteAsync("DELETE FROM payment", Token);
                await InsertAsync(source, second);
                foreach (var _ in Enumerable.Range(0, 2))
                {
                    await world.LoadAsync(Token);
                }

                await world.PublishAsync(Token);
                await AssertEqualAsync(world, second);
            },
            iter: 2,
            threads: 1,
            seed: "0000KOj5Nv27");

    private static async Task AssertEqualAsync(World world, IReadOnlyList<Row> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var reader = world.NewReader();
        foreach (var period in new[] { "2021", "2022", "2023", "2024", "2022-01..06", "2022Q2", "2024Q1", "2022-06", "2022-07", "2024-01", "2024-02" })
        {
            Assert.True(Period.TryParse(period, out var asked));
            foreach (var boundaries in new[] { Boundaries.AsReported, Boundaries.Current })
            {
                var territories = boundaries == Boundaries.AsReported ? Districts.Select(district => district.Slug) : Today.Concat(["kokpekti", "semey", "zhanasemey", "aqsuat"]);
                var query = new IndicatorQuery(
                    [IndicatorCatalogue.Get("families"), IndicatorCatalogue.Get("paid_amount")], [.. territories.Prepend("vko").Select(slug => Territories.Shipped.Find(slug)!)], asked)
                {
                    Boundaries = boundaries,
                };
                foreach (var value in (await reader.ReadAsync(query, Token)).Values.Where(value => value.Figure.HasValue))
                {
                    var expected = Expected(rows, asked, boundaries, value.Territory.Slug, value.Indicator.Code == "families");
                    Assert.True(expected == value.Figure.Value, $"{value.Indicator.Code} {value.Territory.Slug} {period} {boundaries}: {value.Figure.Value}, the model has {expected}.");
                }
            }
        }

        // Two units that exchanged land stand together between 2023 and 2024.
        var merged = (await reader.ReadAsync(
            new IndicatorQuery([IndicatorCatalogue.Get("families")], [Territories.Shipped.Find("kurshum")!], Period.OfYear(2024))
            {
                Boundaries = Boundaries.Common,
                Comparisons = new HashSet<Comparison> { Comparison.LastYear },
            },
            Token)).Values.Single();
        foreach (var (figure, year) in new[] { (merged.Figure, 2024), (merged.LastYear!, 2023) })
        {
            if (figure.HasValue)
            {
                Assert.Equal(rows.Where(row => row.Year == year && row.Paid > 0 && row.District is "kurshum" or "markakol").Select(row => row.Household).Distinct().Count(), figure.Value);
            }
        }
    }

    private static decimal Expected(IReadOnlyList<Row> rows, Period period, Boundaries boundaries, string territory, bool families)
    {
        var inPeriod = rows.Where(row => row.Year == period.Year && row.Month >= period.FirstMonthNumber && row.Month <= period.LastMonthNumber && (!families || row.Paid > 0));
        decimal total = 0;
        var households = new HashSet<int>();
        var shared = new Dictionary<(string District, decimal Share), HashSet<int>>();
        foreach (var row in inPeriod)
        {
            var share = boundaries == Boundaries.AsReported ? (territory == "vko" || row.District == territory ? 1m : 0m) : ShareOf(row, territory);
            if (share == 0)
            {
                continue;
            }

            total += row.Paid / 100m * share;
            if (share == 1)
            {
                households.Add(row.Household);
            }
            else if (shared.TryGetValue((row.District, share), out var seen))
            {
                seen.Add(row.Household);
            }
            else
            {
                shared.Add((row.District, share), [row.Household]);
            }
        }

        return families ? households.Count + shared.Sum(one => one.Value.Count * one.Key.Share) : total;
    }

    // Which share of the row lies on the land of one of today's units, or of today's region.
    private static decimal ShareOf(Row row, string territory)
    {
        var code = (row.Year * 100) + row.Month;
        bool Within(string unit) => territory == "vko" ? Today.Contains(unit) : territory == unit;
        foreach (var (district, part, until, share) in Divided)
        {
            if (row.District != district || code > until)
            {
                continue;
            }

            return Places.GetValueOrDefault(row.Settlement) is { } unit && (unit == district || unit == part)
                ? (Within(unit) ? 1 : 0)
                : (Within(district) ? 1 - share : 0) + (Within(part) ? share : 0);
        }

        return Within(row.District) ? 1 : 0;
    }

    private async Task<SourceDatabase> SourceOfAsync(IEnumerable<Row> rows)
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.ExecuteAsync("CREATE TABLE place (row_id integer, listed_on text, settlement_code text, district_code text, name text)", Token);
        var number = 0;
        await source.ExecuteAsync("INSERT INTO place VALUES " + string.Join(", ", Places.Select(place => $"({++number}, '2025-01-01', '{place.Key}', '{place.Value}', 'X')")), Token);
        source.Map("settlements", "SELECT * FROM place");
        await InsertAsync(source, rows);
        return source;
    }

    private static async Task InsertAsync(SourceDatabase source, IEnumerable<Row> rows)
    {
        var values = rows.Select((row, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"({i + 1}, '{row.Year}-{row.Month:00}-01', '{Districts.Single(district => district.Slug == row.District).Kato}', '{row.Settlement}', 'H-{row.Household}', '{(row.Large ? "large_family" : "low_income")}', 'conditional', {row.Paid}, {row.Paid})"));
        if (values.Any())
        {
            await source.ExecuteAsync("INSERT INTO payment VALUES " + string.Join(", ", values), Token);
        }
    }
}
