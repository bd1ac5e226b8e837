using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Employment;

/// <summary>One application for a grant for new business ideas. Amount in tenge, of an approved application.</summary>
internal sealed record GrantApplication(
    long Id, Applicant Applicant, DateOnly ReceivedOn, Home Home, FamilyCategory Category, ApplicationStatus Status,
    DateOnly? DecidedOn, DateOnly? PaidOn, long? AmountTenge, string? RefusalReason);
