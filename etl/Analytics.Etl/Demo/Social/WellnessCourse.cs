using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Social;

/// <summary>One elderly person in one wellness course.</summary>
internal sealed record WellnessCourse(long Id, Person Person, Home Home, DateOnly StartedOn, string Programme);
