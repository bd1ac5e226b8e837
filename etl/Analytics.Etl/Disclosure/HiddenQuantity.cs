namespace Analytics.Etl.Disclosure;

/// <summary>A quantity that is hidden.</summary>
/// <param name="Quantity">Its index.</param>
/// <param name="IsPrimary">True when it is small itself, or rests on a small number; false when it protects another.</param>
/// <param name="Low">A value that it can have for whoever knows all that is published.</param>
/// <param name="High">Another one, at least as far above as the rule demands.</param>
public sealed record HiddenQuantity(int Quantity, bool IsPrimary, double Low, double High);
