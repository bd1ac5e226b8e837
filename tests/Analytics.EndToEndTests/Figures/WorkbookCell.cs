namespace Analytics.EndToEndTests.Figures;

/// <summary>A cell that is not empty.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Address">Address: <c>C8</c>.</param>
/// <param name="Text">Value as text.</param>
/// <param name="Number">Value of a numeric cell; null for text.</param>
/// <param name="Formula">Formula, or null.</param>
public sealed record WorkbookCell(string Sheet, string Address, string Text, double? Number, string? Formula);
