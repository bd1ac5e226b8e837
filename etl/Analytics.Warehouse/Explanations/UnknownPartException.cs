namespace Analytics.Warehouse.Explanations;

/// <summary>A part that an explanation needs is not known, so that nothing would add up.</summary>
internal sealed class UnknownPartException(ExplanationReason reason) : Exception($"A part is not known: {reason}.")
{
    public ExplanationReason Reason { get; } = reason;
}
