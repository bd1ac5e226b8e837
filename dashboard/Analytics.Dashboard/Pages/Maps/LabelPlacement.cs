namespace Analytics.Dashboard.Pages.Maps;

/// <summary>Finds room for labels of two lines, one after the other: at the district's middle, or beside it where another label stands.</summary>
/// <param name="width">Width of the picture.</param>
/// <param name="height">Height of the picture.</param>
public sealed class LabelPlacement(double width, double height)
{
    public const double LetterWidth = 7.2;
    public const double Height = 34;

    private readonly List<(double X, double Y, double Width)> taken = [];

    /// <summary>Middle of the label.</summary>
    /// <param name="x">Middle of the district.</param>
    /// <param name="y">The same, downwards.</param>
    /// <param name="letters">Letters of its longer line.</param>
    /// <param name="radius">Radius of its circle: the label stands beneath.</param>
    public (double X, double Y) Place(double x, double y, int letters, double radius)
    {
        var wide = letters * LetterWidth;
        var beneath = radius > 0 ? radius + (Height / 2) + 2 : 0;
        var (foundX, foundY) = Around(wide, beneath)
            .Select(way => (X: x + way.X, Y: y + way.Y))
            .Where(at => at.X - (wide / 2) >= 0 && at.X + (wide / 2) <= width && at.Y - (Height / 2) >= 0 && at.Y + (Height / 2) <= height)
            .Where(at => taken.TrueForAll(other => Math.Abs(other.X - at.X) >= (other.Width + wide) / 2 || Math.Abs(other.Y - at.Y) >= Height))
            .Append((x, y))
            .First();
        taken.Add((foundX, foundY, wide));
        return (Math.Round(foundX), Math.Round(foundY));
    }

    // Nearest first.
    private static IEnumerable<(double X, double Y)> Around(double wide, double beneath)
    {
        yield return (0, beneath);
        yield return (0, -beneath);
        for (var far = 1; far <= 4; far++)
        {
            var (dx, dy) = ((wide / 2) + (far * 14), beneath + (far * 14));
            foreach (var way in new[] { (0, dy), (0, -dy), (dx, 0), (-dx, 0), (dx, dy), (-dx, dy), (dx, -dy), (-dx, -dy) })
            {
                yield return way;
            }
        }
    }
}
