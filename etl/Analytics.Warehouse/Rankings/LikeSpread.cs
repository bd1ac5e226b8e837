using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Rankings;

/// <summary>The values of like units: the middle one and both ends, unrounded.</summary>
/// <param name="Median">Middle value; of an even number the mean of the two in the middle.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="Known">Number of units whose value is known.</param>
public sealed record LikeSpread(decimal Median, decimal Low, decimal High, int Known)
{
    /// <summary>The spread of the figures that are known, or null where fewer than <see cref="LikeUnits.Fewest"/> are.</summary>
    public static LikeSpread? Of(IEnumerable<Figure> figures)
    {
        var values = figures.Select(figure => figure.Value).OfType<decimal>().Order().ToList();
        return values.Count < LikeUnits.Fewest
            ? null
            : new LikeSpread((values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2, values[0], values[^1], values.Count);
    }
}
