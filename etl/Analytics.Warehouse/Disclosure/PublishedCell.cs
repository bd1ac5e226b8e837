namespace Analytics.Warehouse.Disclosure;

/// <summary>A cell of the lattice as it is to be protected.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value, not zero.</param>
/// <param name="WasHidden">True when the public edition before hid the same value: it stays hidden.</param>
/// <param name="IsKnown">True when the public edition before showed the same value: hiding it now would not help.</param>
public sealed record PublishedCell(LatticeKey Key, decimal Value, bool WasHidden = false, bool IsKnown = false);
