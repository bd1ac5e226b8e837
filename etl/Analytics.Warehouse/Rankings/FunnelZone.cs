namespace Analytics.Warehouse.Rankings;

/// <summary>Whether a unit differs from the region by more than chance does. Codes: <c>within</c>, <c>beyond95</c>, <c>beyond998</c>.</summary>
public enum FunnelZone
{
    /// <summary>Not distinguishable from the region.</summary>
    Within = 1,

    /// <summary>Chance would do as much once in twenty times.</summary>
    Beyond95 = 2,

    /// <summary>Chance would do as much once in five hundred times.</summary>
    Beyond998 = 3,
}
