namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>
/// Leaves out what is too fine for a picture. Rings are cut where borders meet, and each stretch between two such points is simplified
/// once (Douglas and Peucker), the same for both its neighbours: no gaps open between districts.
/// </summary>
public static class BorderSimplifier
{
    /// <summary>Rings with fewer points; a ring that would vanish stays as it is.</summary>
    /// <param name="rings">Rings without the repeated last point.</param>
    /// <param name="tolerance">How far a point may lie from the simplified border.</param>
    public static IReadOnlyList<IReadOnlyList<GridPoint>> Simplify(IReadOnlyList<IReadOnlyList<GridPoint>> rings, double tolerance)
    {
        var neighbours = new Dictionary<GridPoint, HashSet<GridPoint>>();
        foreach (var ring in rings)
        {
            for (var index = 0; index < ring.Count; index++)
            {
                var around = neighbours.TryGetValue(ring[index], out var known) ? known : neighbours[ring[index]] = [];
                around.Add(ring[(index + 1) % ring.Count]);
                around.Add(ring[(index + ring.Count - 1) % ring.Count]);
            }
        }

        return [.. rings.Select(ring => Simplify(ring, point => neighbours[point].Count != 2, tolerance * tolerance))];
    }

    private static IReadOnlyList<GridPoint> Simplify(IReadOnlyList<GridPoint> ring, Func<GridPoint, bool> isJunction, double tolerance)
    {
        var cuts = Enumerable.Range(0, ring.Count).Where(index => isJunction(ring[index])).ToList();
        if (cuts.Count < 2)
        {
            // An island, or a ring that touches others in one point: it is cut there, or at its first point in order, and at the farthest from it.
            var first = cuts.Count == 1 ? cuts[0] : Enumerable.Range(0, ring.Count).MinBy(index => ring[index]);
            var farthest = Enumerable.Range(0, ring.Count).MaxBy(index => (ring[index].SquareDistanceTo(ring[first], ring[first]), ring[index]));
            cuts = [Math.Min(first, farthest), Math.Max(first, farthest)];
        }

        var simplified = new List<GridPoint>();
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            var (from, to) = (cuts[cut], cut + 1 < cuts.Count ? cuts[cut + 1] : cuts[0] + ring.Count);
            simplified.AddRange(Stretch([.. Enumerable.Range(from, to - from + 1).Select(index => ring[index % ring.Count])], tolerance).SkipLast(1));
        }

        return simplified.Count < 3 ? ring : simplified;
    }

    // Both neighbours walk a stretch from the same end, so that they keep the same points.
    private static IEnumerable<GridPoint> Stretch(GridPoint[] points, double tolerance)
    {
        var isTurned = points[^1] < points[0] || (points[^1] == points[0] && points[^2] < points[1]);
        if (isTurned)
        {
            Array.Reverse(points);
        }

        var kept = new bool[points.Length];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int First, int Last)>([(0, points.Length - 1)]);
        while (open.TryPop(out var part))
        {
            var (first, last) = part;
            var farthest = Enumerable.Range(first + 1, Math.Max(0, last - first - 1))
                .Select(index => (Distance: points[index].SquareDistanceTo(points[first], points[last]), Index: index))
                .DefaultIfEmpty()
                .MaxBy(one => one.Distance);
            if (farthest.Distance > tolerance)
            {
                kept[farthest.Index] = true;
                open.Push((first, farthest.Index));
                open.Push((farthest.Index, last));
            }
        }

        var left = points.Where((_, index) => kept[index]);
        return isTurned ? left.Reverse() : left;
    }
}
