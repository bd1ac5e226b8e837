namespace Analytics.Warehouse.Control;

/// <summary>How the last look at a table of a source ended.</summary>
public enum CheckOutcome
{
    /// <summary>Its totals were read and compared with the last verified ones.</summary>
    Compared = 1,

    /// <summary>The source did not answer.</summary>
    Unreachable = 2,

    /// <summary>The mapping does not keep its contract.</summary>
    ContractBroken = 3,
}
