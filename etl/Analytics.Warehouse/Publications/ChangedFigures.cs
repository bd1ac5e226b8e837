namespace Analytics.Warehouse.Publications;

/// <summary>What changed between two publications, in figures.</summary>
/// <param name="Before">First publication.</param>
/// <param name="After">Second publication.</param>
/// <param name="Figures">Figures that differ, the latest periods first; a page of them.</param>
/// <param name="Units">All units that were loaded anew between them.</param>
/// <param name="HasMore">True when more figures differ than this page holds.</param>
public sealed record ChangedFigures(
    Publication Before, Publication After, IReadOnlyList<ChangedFigure> Figures, IReadOnlyList<ReplacedUnit> Units, bool HasMore);
