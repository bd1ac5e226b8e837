namespace Analytics.Warehouse.Indicators;

/// <summary>The figure of another period and the change against it.</summary>
/// <param name="Period">The other period.</param>
/// <param name="Figure">Its figure.</param>
/// <param name="Change">Change from it; null when a side is absent, or the two are not comparable and were not asked for all the same.</param>
/// <param name="Reasons">Codes of the notes why the two are not comparable; empty when they are.</param>
/// <param name="Notes">Codes of the notes that must stand beside the change.</param>
public sealed record ComparedFigure(Period Period, Figure Figure, Change? Change, IReadOnlyList<string> Reasons, IReadOnlyList<string> Notes);
