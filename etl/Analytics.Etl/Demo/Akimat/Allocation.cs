namespace Analytics.Etl.Demo.Akimat;

/// <summary>Budget allocated to one district for one month, tenge.</summary>
internal sealed record Allocation(long Id, DateOnly Month, string DistrictCode, long AmountTenge);
