using Analytics.Warehouse.Dimensions;

namespace Analytics.Dashboard.Pages.Districts;

/// <summary>One entry in the history of a territory, in words.</summary>
/// <param name="Day">First day on which it holds.</param>
/// <param name="Text">What happened.</param>
/// <param name="Others">Other territories that it concerns.</param>
/// <param name="Decree">Decree behind it; null where none is known.</param>
/// <param name="IsOfLand">True when the land of the territory is another from the day on, so that figures before and after do not compare.</param>
public sealed record LandEvent(DateOnly Day, string Text, IReadOnlyList<Territory> Others, string? Decree, bool IsOfLand);
