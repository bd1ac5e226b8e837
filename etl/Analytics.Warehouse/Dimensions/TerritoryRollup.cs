using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Dimensions;

/// <summary>Row of territory_rollup. Grain: the facts of one reporting unit and settlement counted into one territory for a time.</summary>
/// <param name="Boundaries">Boundaries of the territory.</param>
/// <param name="UnitId">Unit under whose code the facts were reported.</param>
/// <param name="Settlement">Settlement of the facts; 0 for all that tell none, or one that is not listed.</param>
/// <param name="TerritoryId">Unit or land that they count into.</param>
/// <param name="Weight">1; less where the unit's land was divided and the facts do not tell the settlement: the declared share of residents.</param>
/// <param name="ValidFrom">First month.</param>
/// <param name="ValidTo">First month after.</param>
public sealed record TerritoryRollup(Boundaries Boundaries, uint UnitId, uint Settlement, uint TerritoryId, decimal Weight, DateOnly ValidFrom, DateOnly ValidTo)
{
    // Facts of a unit for some months in which its land stays the same.
    private sealed record Span(Territory Unit, DateOnly From, DateOnly To, IReadOnlyList<LandShare> Heirs);

    /// <summary>
    /// All rows. On boundaries of the day a unit counts into itself and its region in the whole of every month in which it belonged
    /// there, because the loads accept its code in the whole of a month: what is accepted is counted. On other boundaries it counts into
    /// all land that holds its own: by the settlement where that is listed, by declared shares else.
    /// </summary>
    public static IEnumerable<TerritoryRollup> Of(Territories territories, IEnumerable<SettlementPlace> settlements)
    {
        var places = settlements.ToLookup(place => place.UnitId, place => place.Code);
        foreach (var unit in territories.All.Where(territory => territory.Kind != TerritoryKind.Region))
        {
            var spans = Spans(unit, territories).ToList();
            // Where a unit was never divided, its settlements need not be told apart.
            var listed = spans.Where(span => span.Heirs.Count > 1)
                .SelectMany(span => span.Heirs)
                .Select(heir => heir.Unit.Id)
                .Distinct()
                .SelectMany(id => places[id].Select(code => (Code: code, UnitId: id)))
                .Prepend((Code: 0u, UnitId: 0u))
                .ToList();
            foreach (var row in spans.SelectMany(span => listed.SelectMany(place => Rows(span, place.Code, place.UnitId, territories))))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<TerritoryRollup> Rows(Span span, uint settlement, uint place, Territories territories)
    {
        foreach (var territory in new[] { span.Unit.Id, territories.Region.Id })
        {
            yield return new TerritoryRollup(Boundaries.AsReported, span.Unit.Id, settlement, territory, 1, span.From, span.To);
        }

        foreach (var one in territories.Land.All)
        {
            var exact = span.Heirs.Any(heir => heir.Unit.Id == place);
            var within = span.Heirs.Where(heir => one.Units.Contains(heir.Unit)).ToList();
            var weight = (exact, within.Count == span.Heirs.Count) switch
            {
                (true, _) => within.Exists(heir => heir.Unit.Id == place) ? 1 : 0,
                (false, true) => 1,
                _ => within.Sum(heir => heir.Share),
            };
            if (weight > 0)
            {
                yield return new TerritoryRollup(one.IsToday ? Boundaries.Current : Boundaries.Common, span.Unit.Id, settlement, one.Id, weight, span.From, span.To);
            }
        }
    }

    // The months in which the unit belongs to the region, divided where its land changed.
    private static IEnumerable<Span> Spans(Territory unit, Territories territories)
    {
        foreach (var (from, to) in MonthsInRegion(unit))
        {
            var cuts = territories.Changes
                .Where(change => change.MovesLand)
                .Select(change => FirstMonthAfter(change.ChangedOn.AddDays(-1)))
                .Where(month => from < month && month < to)
                .Distinct()
                .Order();
            var first = from;
            var heirs = territories.Land.HeirsOf(unit, from);
            foreach (var cut in cuts)
            {
                var later = territories.Land.HeirsOf(unit, cut);
                if (later.SequenceEqual(heirs))
                {
                    continue;
                }

                yield return new Span(unit, first, cut, heirs);
                (first, heirs) = (cut, later);
            }

            yield return new Span(unit, first, to, heirs);
        }
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> MonthsInRegion(Territory unit)
    {
        (DateOnly From, DateOnly To)? open = null;
        foreach (var version in unit.Versions.Where(version => version.ParentId is not null))
        {
            var from = new DateOnly(version.ValidFrom.Year, version.ValidFrom.Month, 1);
            var to = version.ValidTo == DateOnly.MaxValue ? DateOnly.MaxValue : FirstMonthAfter(version.ValidTo.AddDays(-1));
            if (open is { } known && from <= known.To)
            {
                open = (known.From, to);
                continue;
            }

            if (open is { } before)
            {
                yield return before;
            }

            open = (from, to);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static DateOnly FirstMonthAfter(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);
}
