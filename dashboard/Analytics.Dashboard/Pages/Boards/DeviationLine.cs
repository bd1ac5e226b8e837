namespace Analytics.Dashboard.Pages.Boards;

/// <summary>One sentence of the board about units that need a look: <c>Трудоустроено: 5 районов отстают от плана на период</c>, and who they are.</summary>
/// <param name="Indicator">Short name of the indicator.</param>
/// <param name="Text">What is the matter, with the number of units.</param>
/// <param name="Units">The units furthest off, those first.</param>
/// <param name="Others">How many more there are.</param>
/// <param name="Status">Status of a target whose mark stands before the sentence; null when none does.</param>
/// <param name="Link">Address where all of them stand.</param>
public sealed record DeviationLine(string Indicator, string Text, IReadOnlyList<DeviatingUnit> Units, int Others, string? Status, string Link);
