namespace Analytics.Warehouse.Publications;

/// <summary>A unit of loading as it stood when the publication was made.</summary>
/// <param name="Source">Source system.</param>
/// <param name="Table">Business process: <c>benefit_payments</c>.</param>
/// <param name="Period">Month or year: <c>2020-06</c>, <c>2020</c>.</param>
/// <param name="Rows">Rows published.</param>
/// <param name="Amount">Money total published, in tenge.</param>
/// <param name="LastDay">Latest day of the rows; null without rows.</param>
/// <param name="Fingerprint">Fingerprint of the source's rows.</param>
/// <param name="LoadId">Load that brought it.</param>
/// <param name="VerifiedAt">When source and warehouse were found equal.</param>
public sealed record PublishedUnit(
    string Source, string Table, string Period, long Rows, decimal Amount, DateOnly? LastDay, string Fingerprint, long LoadId, DateTimeOffset VerifiedAt);
