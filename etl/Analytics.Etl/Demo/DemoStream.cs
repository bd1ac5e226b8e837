namespace Analytics.Etl.Demo;

/// <summary>Parts of the generator that draw from streams of their own.</summary>
internal enum DemoStream
{
    Caseload = 1,
    Calibration = 2,
    Amounts = 3,
    Packages = 4,
    Wellness = 5,
    Placements = 6,
    Grants = 7,
    Microcredits = 8,
    Outreach = 9,
    Allocations = 10,
}
