namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>Where in a shape a label has the most room: near enough, not exactly.</summary>
internal static class InnermostPoint
{
    /// <summary>The best of the points of a lattice laid over the shape, and its distance to the border.</summary>
    public static (double X, double Y, double Room) Of(IReadOnlyList<IReadOnlyList<GridPoint>> rings)
    {
        const int Steps = 24;
        var points = rings.SelectMany(ring => ring).ToList();
        var (left, right, top, bottom) = (points.Min(point => point.X), points.Max(point => point.X), points.Min(point => point.Y), points.Max(point => point.Y));
        var edges = rings.SelectMany(ring => ring.Zip(ring.Skip(1).Append(ring[0]))).ToList();
        var best = (X: (left + right) / 2.0, Y: (top + bottom) / 2.0, Room: 0.0);
        for (var column = 0; column <= Steps; column++)
        {
            for (var row = 0; row <= Steps; row++)
            {
                var at = new GridPoint(left + ((right - left) * column / Steps), top + ((bottom - top) * row / Steps));
                if (edges.Count(edge => Crosses(edge.First, edge.Second, at)) % 2 == 1
                    && Math.Sqrt(edges.Min(edge => at.SquareDistanceTo(edge.First, edge.Second))) is var room && room > best.Room)
                {
                    best = (at.X, at.Y, room);
                }
            }
        }

        return best;
    }

    // True when a ray to the east from the point crosses the edge.
    private static bool Crosses(GridPoint from, GridPoint to, GridPoint at) =>
        from.Y > at.Y != to.Y > at.Y && at.X < ((double)(to.X - from.X) * (at.Y - from.Y) / (to.Y - from.Y)) + from.X;
}
