namespace Analytics.Warehouse.Indicators;

/// <summary>Which way is better. Neutral: a change is neither good nor bad by itself.</summary>
public enum Direction
{
    Neutral = 0,
    MoreIsBetter = 1,
    LessIsBetter = 2,
}
