namespace Analytics.Warehouse.Disclosure;

/// <summary>What a measure tells about people.</summary>
public enum DisclosureKind
{
    /// <summary>Nothing about single people: population, allocations, events. Never hidden.</summary>
    Open = 1,

    /// <summary>Counts people, families or applications.</summary>
    Count = 2,

    /// <summary>Grows with a count but is none: money, person-months. Small where its count is.</summary>
    Amount = 3,

    /// <summary>Is in no linear relation: medians. Hidden where one of its counts is.</summary>
    Derived = 4,

    /// <summary>Is for the office only, whole: what the public is told is not worked out with it in mind.</summary>
    Closed = 5,
}
