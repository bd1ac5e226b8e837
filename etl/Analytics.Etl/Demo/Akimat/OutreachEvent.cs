using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Akimat;

/// <summary>One outreach event.</summary>
internal sealed record OutreachEvent(long Id, DateOnly HeldOn, LandUnit Unit, string Topic, string Venue, int Attendees);
