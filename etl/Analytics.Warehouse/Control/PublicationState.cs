namespace Analytics.Warehouse.Control;

/// <summary>State of a publication.</summary>
public enum PublicationState
{
    /// <summary>Being computed; nobody sees it. One that a crash left so is removed at the next start.</summary>
    Building = 1,

    /// <summary>What readers see.</summary>
    InForce = 2,

    /// <summary>Kept; can be asked for and returned to.</summary>
    Superseded = 3,
}
