namespace Analytics.Etl.Sources;

/// <summary>How much is loaded together.</summary>
public enum UnitSize
{
    Month = 1,
    Year = 2,
}
