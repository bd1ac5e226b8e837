namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>A point of a picture, in whole units: borders that two districts share stay the same points.</summary>
public readonly record struct GridPoint(int X, int Y) : IComparable<GridPoint>
{
    public int CompareTo(GridPoint other) => (X, Y).CompareTo((other.X, other.Y));

    public static bool operator <(GridPoint left, GridPoint right) => left.CompareTo(right) < 0;

    public static bool operator <=(GridPoint left, GridPoint right) => left.CompareTo(right) <= 0;

    public static bool operator >(GridPoint left, GridPoint right) => left.CompareTo(right) > 0;

    public static bool operator >=(GridPoint left, GridPoint right) => left.CompareTo(right) >= 0;

    /// <summary>Square of the distance to the stretch between two points.</summary>
    public double SquareDistanceTo(GridPoint from, GridPoint to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((X - from.X) * dx) + ((Y - from.Y) * dy)) / length, 0, 1);
        double x = X - from.X - (along * dx), y = Y - from.Y - (along * dy);
        return (x * x) + (y * y);
    }
}
