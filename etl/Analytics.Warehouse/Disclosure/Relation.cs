namespace Analytics.Warehouse.Disclosure;

/// <summary>What everybody knows of some quantities: <c>Σ factor × quantity = constant</c>, or <c>≤ constant</c>.</summary>
/// <param name="Quantities">Indexes of the quantities.</param>
/// <param name="Factors">Their factors.</param>
/// <param name="Constant">The constant.</param>
/// <param name="IsEqual">True of an equation.</param>
public sealed record Relation(int[] Quantities, double[] Factors, double Constant, bool IsEqual);
