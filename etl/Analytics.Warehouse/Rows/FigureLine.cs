namespace Analytics.Warehouse.Rows;

/// <summary>One line behind a figure: a fact that is added, or a key that is counted with all its facts.</summary>
/// <param name="Key">Pseudonymous key of the family or person; null of a fact that is added.</param>
/// <param name="FirstDay">Day of the fact, or of the key's first; facts of a month have its first day.</param>
/// <param name="LastDay">Day of the key's last fact.</param>
/// <param name="Units">Units under whose code the facts were reported.</param>
/// <param name="Settlements">Settlements by KATO; 0 where none was told.</param>
/// <param name="Categories">Categories of the facts; 0 where the facts do not tell.</param>
/// <param name="Aids">Kinds of aid of the facts; 0 where the facts do not tell.</param>
/// <param name="Facts">Number of facts.</param>
/// <param name="Amount">What the line adds to the figure: the fact's amount, 1 for a key, months for a person-month.</param>
public sealed record FigureLine(
    ulong? Key,
    DateOnly FirstDay,
    DateOnly LastDay,
    IReadOnlyList<uint> Units,
    IReadOnlyList<uint> Settlements,
    IReadOnlyList<byte> Categories,
    IReadOnlyList<byte> Aids,
    long Facts,
    decimal Amount)
{
    /// <summary>What the key was paid or given by the facts of the same months, land, category and kind of aid, in tenge; null where the facts hold no money.</summary>
    public decimal? Money { get; init; }
}
