namespace Analytics.Warehouse.Targets;

/// <summary>
/// Row of target_version. Grain: one version of the plan of one indicator for one territory in one year. Versions are added, never
/// changed: a correction is a new one. Values are in the indicator's unit, money in tenge, exact to a hundredth.
/// </summary>
public sealed record TargetVersion
{
    /// <summary>Number of the entry; later entries have larger ones.</summary>
    public long Id { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    public required uint TerritoryId { get; init; }

    public required int Year { get; init; }

    public TargetStage Stage { get; init; } = TargetStage.Approved;

    /// <summary>Plan for the whole year.</summary>
    public required decimal Value { get; init; }

    /// <summary>Plan of the first quarter: of a flow the quarter's own, of distinct people the level reached by its end. All four or none.</summary>
    public decimal? Q1 { get; init; }

    public decimal? Q2 { get; init; }

    public decimal? Q3 { get; init; }

    public decimal? Q4 { get; init; }

    /// <summary>How the plan is spread over the months; null is the indicator's usual way.</summary>
    public TargetPhasing? Phasing { get; init; }

    /// <summary>Number of the decree: <c>№ 12</c>; empty when the source gives none.</summary>
    public string DecreeNumber { get; init; } = "";

    /// <summary>Day of the decree; null when the source gives none.</summary>
    public DateOnly? DecreeDate { get; init; }

    /// <summary>What the source calls the basis of the plan; empty of uploads.</summary>
    public string Basis { get; init; } = "";

    public TargetOrigin Origin { get; init; }

    /// <summary>Source and number of its row, or file, sheet and cell.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who entered it; of a source its name.</summary>
    public string RecordedBy { get; init; } = "";

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The first publication to which the version belongs.</summary>
    public long SincePublication { get; init; }

    /// <summary>The first publication to which it no longer belongs, because the source gave it up; null while it stands.</summary>
    public long? UntilPublication { get; init; }

    /// <summary>The plans of the four quarters, or null.</summary>
    public IReadOnlyList<decimal>? Quarters => this is { Q1: { } one, Q2: { } two, Q3: { } three, Q4: { } four } ? [one, two, three, four] : null;

    /// <summary>True when publication <paramref name="number"/> has it.</summary>
    public bool BelongsTo(long number) => SincePublication <= number && (UntilPublication is null || number < UntilPublication);

    /// <summary>What the version says, without who entered it, when and where.</summary>
    public TargetVersion Content => this with
    {
        Id = 0, Origin = default, Place = "", RecordedBy = "", RecordedAt = default, SincePublication = 0, UntilPublication = null, Basis = "",
    };

    /// <summary>The order of versions: by the decree's day (those without one first), what was uploaded after what the source says, then by entry.</summary>
    public static IEnumerable<TargetVersion> InOrder(IEnumerable<TargetVersion> versions) =>
        versions.OrderBy(version => version.DecreeDate ?? DateOnly.MinValue).ThenBy(version => version.Origin).ThenBy(version => version.Id);
}
