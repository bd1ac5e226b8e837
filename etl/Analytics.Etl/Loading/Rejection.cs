namespace Analytics.Etl.Loading;

/// <summary>Why a row was not taken.</summary>
/// <param name="Rule">Name of the rule: <c>amount_negative</c>.</param>
/// <param name="Column">Contract column that broke it.</param>
public sealed record Rejection(string Rule, string Column);
