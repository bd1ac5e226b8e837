namespace Analytics.Etl.Loading;

/// <summary>What the one who asks for a load wants of it.</summary>
/// <param name="AcceptDrop">An operator has confirmed that many rows are gone at the source.</param>
/// <param name="Progress">Told the number of rows read of the unit so far, some times a second at most.</param>
public sealed record LoadOptions(bool AcceptDrop = false, IProgress<long>? Progress = null)
{
    public static LoadOptions Usual { get; } = new();
}
