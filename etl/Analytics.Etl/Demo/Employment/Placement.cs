using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Employment;

/// <summary>One placement of one person in work.</summary>
/// <param name="RetainedSixMonths">Whether the person still worked after six months; null until they have passed.</param>
internal sealed record Placement(
    long Id, Applicant Applicant, DateOnly PlacedOn, Home Home, FamilyCategory Category, PlacementKind Kind, string Employer, bool? RetainedSixMonths);
