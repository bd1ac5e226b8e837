using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Publications;
using ClickHouse.Driver.ADO.Parameters;
using ClickHouse.Driver.ADO.Readers;

namespace Analytics.Warehouse.Rows;

/// <summary>
/// Lists what a figure is made of, from the facts as they are now, through the same views and the same land from which the lattice was
/// computed. Its cost grows with the facts of the period.
/// </summary>
public sealed class FigureLineReader(WarehouseConnection warehouse, IndicatorReader figures, LoadedSinceReader loads)
{
    /// <summary>A page of lines; none when the page lies behind the last.</summary>
    /// <param name="query">Question with one indicator and one territory, as the figure was asked.</param>
    /// <param name="part">Which quantity of the figure.</param>
    /// <param name="take">Lines on a page.</param>
    /// <param name="skip">Lines before it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The public asks: lines are for the office only.</exception>
    public async Task<FigureLines> ReadAsync(IndicatorQuery query, FigurePart part, int take, long skip, CancellationToken cancellationToken)
    {
        if (query.Audience != Audience.Internal)
        {
            throw new ArgumentException("The lines behind a figure are for the office only.", nameof(query));
        }

        var answer = await figures.ReadAsync(query, cancellationToken);
        var value = answer.Values.Single();
        var measure = part == FigurePart.Numerator ? value.Indicator.Numerator : value.Indicator.Denominator!;
        var published = part == FigurePart.Numerator ? value.Figure.Numerator : value.Figure.Denominator;
        var periods = query.Periods;
        var ground = Ground.Of(Territories.Shipped, query.Territories.Single(), query.Boundaries, periods.Min(period => period.FirstDay), periods.Max(period => period.LastDay));
        if (ground is null || published is null)
        {
            return new FigureLines(value, measure, null, 0, 0, 0, false, []);
        }

        var lines = await LinesAsync(value, measure, published, ground, query, take, skip, cancellationToken);
        var (first, last) = DaysOf(measure, query.Period);
        return lines with { Since = await loads.ReadAsync(answer.Publication, measure.Fact, first, last, withSettlements: query.Boundaries != Boundaries.AsReported, cancellationToken) };
    }

    /// <summary>How many facts of a period a measure takes and leaves out.</summary>
    public async Task<TakenFacts> CountAsync(Measure measure, Period period, CancellationToken cancellationToken)
    {
        var (first, last) = DaysOf(measure, period);
        using var rows = await warehouse.Reader.ExecuteReaderAsync(
            Resources.Text("Rows/count_facts.sql"),
            Parameters.Of(("table", measure.Fact), ("day", FactTables.DayOf(measure.Fact)), ("view", measure.View), ("first", first), ("last", last)),
            cancellationToken: cancellationToken);
        rows.Read();
        return new TakenFacts((long)rows.GetUInt64(0), (long)rows.GetUInt64(1));
    }

    private async Task<FigureLines> LinesAsync(
        IndicatorValue value, Measure measure, decimal? published, Ground ground, IndicatorQuery query, int take, long skip, CancellationToken cancellationToken)
    {
        var file = measure.Rule switch
        {
            MeasureRule.Sum or MeasureRule.Median => "rows_sum",
            MeasureRule.Stock => "rows_stock",
            _ => "rows_distinct",
        };
        List<FigureLine> page = [];
        var (count, total, facts, isShared) = (0L, 0m, 0L, false);
        using (var rows = await warehouse.Reader.ExecuteReaderAsync(
            Resources.Text($"Rows/{file}.sql"), Of(measure, ground, query, ("take", (uint)take), ("skip", (ulong)skip)), cancellationToken: cancellationToken))
        {
            while (rows.Read())
            {
                page.Add(Line(rows, measure));
                (count, total, facts, isShared) = ((long)rows.GetUInt64(9), rows.GetDecimal(10), (long)rows.GetUInt64(11), rows.GetByte(12) == 1);
            }
        }

        return new FigureLines(value, measure, published, count, total, facts, isShared, isShared ? [] : await WithMoneyAsync(page, measure, ground, query, cancellationToken));
    }

    private static FigureLine Line(ClickHouseDataReader rows, Measure measure) => new(
        CountsKeys(measure) ? (ulong)rows.GetValue(0) : null,
        DateOnly.FromDateTime(rows.GetDateTime(1)),
        DateOnly.FromDateTime(rows.GetDateTime(2)),
        (uint[])rows.GetValue(3),
        (uint[])rows.GetValue(4),
        (byte[])rows.GetValue(5),
        (byte[])rows.GetValue(6),
        (long)rows.GetUInt64(7),
        rows.GetDecimal(8));

    // Payments and packages hold money beside the key; recipients, placements and courses do not.
    private async Task<IReadOnlyList<FigureLine>> WithMoneyAsync(
        List<FigureLine> page, Measure measure, Ground ground, IndicatorQuery query, CancellationToken cancellationToken)
    {
        var file = measure.Fact switch
        {
            "fact_benefit_payment" => "paid_to_families",
            "fact_social_package" => "packages_of_children",
            _ => null,
        };
        if (file is null || !CountsKeys(measure) || page.Count == 0)
        {
            return page;
        }

        var money = new Dictionary<ulong, decimal>();
        using var rows = await warehouse.Reader.ExecuteReaderAsync(
            Resources.Text($"Rows/{file}.sql"), Of(measure, ground, query, ("keys", page.Select(line => line.Key!.Value).ToArray())), cancellationToken: cancellationToken);
        while (rows.Read())
        {
            money[(ulong)rows.GetValue(0)] = rows.GetDecimal(1);
        }

        return page.ConvertAll(line => line with { Money = money.GetValueOrDefault(line.Key!.Value) });
    }

    private static bool CountsKeys(Measure measure) => measure.Rule is not (MeasureRule.Sum or MeasureRule.Median or MeasureRule.Stock);

    // Who left was there in the same months of last year; a stock counted in January holds all the year.
    private static (DateOnly First, DateOnly Last) DaysOf(Measure measure, Period period) => measure.Rule switch
    {
        MeasureRule.Stock => (new DateOnly(period.Year, 1, 1), new DateOnly(period.Year, 12, 31)),
        MeasureRule.Left => (period.LastYear.FirstDay, period.LastYear.LastDay),
        _ => (period.FirstDay, period.LastDay),
    };

    private static ClickHouseParameterCollection Of(Measure measure, Ground ground, IndicatorQuery query, params (string Name, object Value)[] more)
    {
        var isMoneyOfThoseWhoLeft = measure.Rule == MeasureRule.Left && more.Any(one => one.Name == "keys");
        var (first, last) = isMoneyOfThoseWhoLeft ? DaysOf(measure, query.Period) : (query.Period.FirstDay, query.Period.LastDay);
        return Parameters.Of(
        [
            ("view", measure.View),
            ("rule", measure.Rule.Code()),
            ("first", first),
            ("last", last),
            ("first_before", query.Period.LastYear.FirstDay),
            ("last_before", query.Period.LastYear.LastDay),
            ("year", (ushort)query.Period.Year),
            ("boundaries", ground.Boundaries.Code()),
            ("territory", ground.CellId),
            ("category", (byte)(measure.HasCategory ? query.Category : Category.All)),
            ("aid", (byte)(measure.HasAid ? query.Aid : AidKind.All)),
            .. more,
        ]);
    }
}
