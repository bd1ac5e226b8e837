namespace Analytics.Warehouse.Measures;

/// <summary>
/// A base quantity of the lattice. <c>Measures/{Name}.sql</c> lists what contributes to it, one row a contribution;
/// <see cref="Rule"/> says how contributions become the figure of a cell.
/// </summary>
/// <param name="Name">Name of the file, of the view in ClickHouse (<c>measure_{Name}</c>) and in the lattice.</param>
/// <param name="Rule">How contributions become a figure.</param>
/// <param name="Fact">Fact table that it is computed from; its loaded months are the measure's reported months.</param>
/// <param name="HasCategory">False when the facts do not tell the category of family: figures exist for all families only.</param>
/// <param name="HasAid">False when the facts do not tell the kind of aid.</param>
public sealed record Measure(string Name, MeasureRule Rule, string Fact, bool HasCategory = true, bool HasAid = false)
{
    /// <summary>The view over <c>Measures/{Name}.sql</c>; the measures that compare two years share their base's file.</summary>
    public string View => "measure_" + (Base ?? Name);

    /// <summary>Measure whose contributions are used, when not its own.</summary>
    public string? Base { get; init; }

    /// <summary>True when a year's figure also depends on the facts of the year before.</summary>
    public bool LooksBack => Rule is MeasureRule.Entered or MeasureRule.Left;
}
