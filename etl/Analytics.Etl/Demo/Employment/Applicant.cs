using Analytics.Etl.Demo.People;

namespace Analytics.Etl.Demo.Employment;

/// <summary>A person in the employment system; the national number is all it shares with the social system.</summary>
internal sealed record Applicant(long Id, Person Person);
