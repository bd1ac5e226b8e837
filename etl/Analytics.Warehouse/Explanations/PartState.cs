namespace Analytics.Warehouse.Explanations;

/// <summary>In which of the two periods a part existed.</summary>
public enum PartState
{
    Both = 1,

    /// <summary>It came in between: a district that was formed.</summary>
    OnlyNow = 2,

    /// <summary>It went in between: a district that left the region.</summary>
    OnlyBefore = 3,
}
