namespace Analytics.Warehouse.Explanations;

/// <summary>A part in both periods, or the whole; null where it did not exist.</summary>
/// <param name="Code">Slug of the district, code of the category or of the kind of aid.</param>
/// <param name="Before">The period compared with.</param>
/// <param name="Now">The period asked for.</param>
public sealed record Part(string Code, Amounts? Before, Amounts? Now)
{
    public PartState State => (Before, Now) switch
    {
        (null, _) => PartState.OnlyNow,
        (_, null) => PartState.OnlyBefore,
        _ => PartState.Both,
    };

    /// <summary>Both periods, nothing where the part did not exist.</summary>
    internal (Amounts Before, Amounts Now) Sides => (Before ?? Amounts.Nothing, Now ?? Amounts.Nothing);
}
