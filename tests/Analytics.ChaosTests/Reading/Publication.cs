namespace Analytics.ChaosTests.Reading;

/// <summary>A publication as the control database holds it: rows and money of each unit.</summary>
public sealed record Publication(long Number, IReadOnlyDictionary<Sources.Unit, (long Rows, long Money)> Units);
