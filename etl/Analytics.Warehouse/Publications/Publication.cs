namespace Analytics.Warehouse.Publications;

/// <summary>A numbered set of figures that became visible together.</summary>
/// <param name="Number">Number, growing.</param>
/// <param name="PublishedAt">When it became visible.</param>
/// <param name="LastMonth">First day of the last month for which benefit payments are loaded; null while nothing is.</param>
/// <param name="Coverage">For each fact table the first and the last month loaded.</param>
/// <param name="Units">The verified units behind it.</param>
public sealed record Publication(
    long Number,
    DateTimeOffset PublishedAt,
    DateOnly? LastMonth,
    IReadOnlyDictionary<string, MonthRange> Coverage,
    IReadOnlyList<PublishedUnit> Units)
{
    /// <summary>True when an operator has put it in force by hand: nothing newer is published until he lets go of it.</summary>
    public bool IsPinned { get; init; }
}
