namespace Analytics.Warehouse.Targets;

/// <summary>
/// Row of target_action. Grain: one entry about a target off plan: who answers for it, why it is off, what is done and by when.
/// Entries are added, never changed; the last one of an indicator, territory and year is how things stand.
/// </summary>
public sealed record TargetAction
{
    public long Id { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    public required uint TerritoryId { get; init; }

    public required int Year { get; init; }

    /// <summary>Person or unit that answers for it.</summary>
    public string Owner { get; init; } = "";

    public string Explanation { get; init; } = "";

    public string Measure { get; init; } = "";

    public DateOnly? DueDate { get; init; }

    public TargetActionState State { get; init; } = TargetActionState.Open;

    public string RecordedBy { get; init; } = "";

    public DateTimeOffset RecordedAt { get; init; }
}
