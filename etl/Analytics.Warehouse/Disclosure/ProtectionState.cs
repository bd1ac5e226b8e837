namespace Analytics.Warehouse.Disclosure;

/// <summary>How far a year of a publication is ready for the public. Codes: <c>pending</c>, <c>protected</c>, <c>refused</c>.</summary>
public enum ProtectionState
{
    /// <summary>Not looked at yet.</summary>
    Pending = 1,

    /// <summary>Small numbers are hidden, and it is proved that they cannot be computed.</summary>
    Protected = 2,

    /// <summary>They cannot be hidden well enough: the public does not get the year.</summary>
    Refused = 3,
}
