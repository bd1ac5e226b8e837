using Analytics.Dashboard.Pages.Maps.Layers;

namespace Analytics.UnitTests.Dashboard.Pages.Maps;

public sealed class BorderSimplifierTests
{
    // Two neighbours whose common border is crooked; each walks it in its own way.
    private static readonly GridPoint[] Border = [new(100, 0), new(103, 20), new(98, 41), new(140, 60), new(101, 80), new(100, 100)];

    private static readonly IReadOnlyList<GridPoint>[] Neighbours =
    [
        [new(0, 0), .. Border, new(0, 100)],
        [.. Border.Reverse(), new(200, 0), new(200, 100)],
    ];

    [Fact]
    public void Neighbours_keep_the_same_points_of_their_border()
    {
        var simplified = BorderSimplifier.Simplify(Neighbours, tolerance: 8);

        GridPoint[] kept = [new(100, 0), new(98, 41), new(140, 60), new(101, 80), new(100, 100)];
        Assert.Equal(kept, simplified[0].Where(point => point.X is > 0 and < 200));
        Assert.Equal(kept.Reverse(), simplified[1].Where(point => point.X is > 0 and < 200).SkipWhile(point => point != kept[^1]).Take(kept.Length));
    }

    [Fact]
    public void An_island_stays_an_island()
    {
        GridPoint[] island = [new(0, 0), new(10, 1), new(20, 0), new(20, 20), new(0, 20)];

        Assert.Equal([new(0, 0), new(20, 0), new(20, 20), new(0, 20)], BorderSimplifier.Simplify([island], tolerance: 2)[0]);
        Assert.Equal(island, BorderSimplifier.Simplify([island], tolerance: 500)[0]);
    }
}
