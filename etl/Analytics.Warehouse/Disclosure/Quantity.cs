namespace Analytics.Warehouse.Disclosure;

/// <summary>
/// A number that is published, or that follows from published ones. Cells that are the same number by definition (the first quarter and
/// January to March) are one quantity.
/// </summary>
/// <param name="Value">The true value: a count, or money in average amounts of its measure.</param>
/// <param name="Width">How far apart its least and greatest possible value must lie when it is hidden; 0 when nothing is demanded.</param>
/// <param name="Cost">How much is lost when it is hidden; among those that protect a cell the cheapest is hidden.</param>
public sealed record Quantity(double Value, double Width, double Cost)
{
    /// <summary>True of a small number.</summary>
    public bool IsSmall { get; init; }

    /// <summary>False when nobody prints it, such as the applications that were not approved: always unknown, but computable from others.</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>False when hiding it does not help: everybody knows it already.</summary>
    public bool CanBeHidden { get; init; } = true;

    /// <summary>The least value that everybody knows it to have when it is hidden: zeros are shown, so a hidden count is at least one.</summary>
    public double Least { get; init; }
}
