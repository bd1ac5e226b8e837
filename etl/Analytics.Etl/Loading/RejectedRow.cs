namespace Analytics.Etl.Loading;

/// <summary>A row that was not taken: the source's own number of it and the rule, nothing of what it holds.</summary>
/// <param name="SourceKey">The row's number, or its position in the unit when it has no good number.</param>
/// <param name="Rejection">The rule and the column.</param>
public sealed record RejectedRow(string SourceKey, Rejection Rejection);
