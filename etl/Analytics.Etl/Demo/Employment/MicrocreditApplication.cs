using Analytics.Etl.Demo.Social;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Employment;

/// <summary>One application for a microcredit. Amount in tenge, of an issued one.</summary>
internal sealed record MicrocreditApplication(
    long Id, Applicant Applicant, DateOnly ReceivedOn, Home Home, FamilyCategory Category, ApplicationStatus Status, DateOnly? IssuedOn, long? AmountTenge);
