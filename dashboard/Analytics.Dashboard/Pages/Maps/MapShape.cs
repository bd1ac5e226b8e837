namespace Analytics.Dashboard.Pages.Maps;

/// <summary>A district drawn in its boundaries.</summary>
/// <param name="Unit">The district.</param>
/// <param name="Path">SVG path; of land that is shown together the paths of its parts.</param>
/// <param name="X">Middle of its circle, and where a line to its label begins.</param>
/// <param name="Y">The same, downwards.</param>
/// <param name="LabelX">Middle of its label.</param>
/// <param name="LabelY">The same, downwards.</param>
public sealed record MapShape(MapUnit Unit, string Path, double X, double Y, double LabelX, double LabelY)
{
    /// <summary>True when the label stands so far away that a line must lead to it.</summary>
    public bool HasLeader => Math.Abs(LabelX - X) > 40 || Math.Abs(LabelY - Y) > 40;
}
