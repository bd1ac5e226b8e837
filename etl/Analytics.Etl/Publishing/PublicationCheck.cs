namespace Analytics.Etl.Publishing;

/// <summary>The publication in force against the loads that the warehouse holds.</summary>
/// <param name="Number">Number of the publication in force, or null while nothing is published.</param>
/// <param name="Unpublished">Units, as <c>social/benefit_payments/2020-06</c>, whose rows are of another load than those in the figures.</param>
/// <param name="IsLate">True when such a unit has waited for more than an hour.</param>
/// <param name="IsOfOtherDefinitions">True when the figures were computed by another version's definitions.</param>
public sealed record PublicationCheck(long? Number, IReadOnlyList<string> Unpublished, bool IsLate, bool IsOfOtherDefinitions);
