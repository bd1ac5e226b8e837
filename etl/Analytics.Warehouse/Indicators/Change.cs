namespace Analytics.Warehouse.Indicators;

/// <summary>
/// Change against another period. Of quantities: absolute, percent, and times from ×2 on. Of rates: percentage points.
/// A part is null where it would mislead: no percent on a base of zero, nor of a handful of people.
/// </summary>
/// <param name="Absolute">This minus the other, in the indicator's unit; null for rates.</param>
/// <param name="Percent">Change in percent of the other; null for rates and on a base that is not positive or too small.</param>
/// <param name="Points">Change in percentage points; null for quantities.</param>
/// <param name="Times">This ÷ the other, when at least 2; null otherwise and for rates.</param>
public sealed record Change(decimal? Absolute, decimal? Percent, decimal? Points, decimal? Times)
{
    /// <summary>Counts below this say nothing in percent: one family more than four is no growth of a quarter.</summary>
    public const int SmallCount = 5;

    /// <summary>The least base on which a change of the indicator is told in percent; the base must also be above zero.</summary>
    public static int LeastBase(Indicator indicator) => indicator.IsCount ? SmallCount : 0;

    /// <summary>The change between two values of an indicator, or null when one of them is absent.</summary>
    public static Change? Between(Indicator indicator, Figure current, Figure other)
    {
        if (current.Value is not { } now || other.Value is not { } then)
        {
            return null;
        }

        if (indicator.IsRate)
        {
            return new Change(null, null, now - then, null);
        }

        // Of what has changed its sign there is no percent.
        var isBase = now >= 0 && then > 0 && then >= LeastBase(indicator);
        return new Change(
            Absolute: now - then,
            Percent: isBase ? (now - then) / then * 100 : null,
            Points: null,
            Times: isBase && now / then >= 2 ? now / then : null);
    }
}
