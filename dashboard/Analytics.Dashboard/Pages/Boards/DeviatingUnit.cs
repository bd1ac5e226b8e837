namespace Analytics.Dashboard.Pages.Boards;

/// <summary>A unit named in a deviation.</summary>
/// <param name="Name">Name of the unit.</param>
/// <param name="Detail">The figure that makes it one: <c>61,6 %</c>; null when there is none.</param>
/// <param name="Link">How that figure is made; null where it may not be told.</param>
public sealed record DeviatingUnit(string Name, string? Detail, string? Link);
