namespace Analytics.Warehouse.Indicators;

/// <summary>
/// Change against another period. Of quantities: absolute, percent, and times from ×2 on. Of rates: percentage points.
/// A part is null where it would mislead: no percent on a base of zero.
/// </summary>
/// <param name="Absolute">This minus the other, in the indicator's unit; null for rates.</param>
/// <param name="Percent">Change in percent of the other; null for rates and on a base that is not positive.</param>
/// <param name="Points">Change in percentage points; null for quantities.</param>
/// <param name="Times">This ÷ the other, when at least 2; null otherwise and for rates.</param>
public sealed record Change(decimal? Absolute, decimal? Percent, decimal? Points, decimal? Times)
{
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

        return new Change(
            Absolute: now - then,
            Percent: then > 0 ? (now - then) / then * 100 : null,
            Points: null,
            Times: then > 0 && now / then >= 2 ? now / then : null);
    }
}
