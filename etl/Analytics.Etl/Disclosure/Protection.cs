namespace Analytics.Etl.Disclosure;

/// <summary>What is hidden so that no small number can be computed.</summary>
/// <param name="Hidden">Everything that is hidden.</param>
/// <param name="Unprotected">Quantities that could not be protected: what they belong to is not published.</param>
public sealed record Protection(IReadOnlyList<HiddenQuantity> Hidden, IReadOnlyList<int> Unprotected);
