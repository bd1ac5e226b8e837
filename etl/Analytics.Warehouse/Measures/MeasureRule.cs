namespace Analytics.Warehouse.Measures;

/// <summary>How the contributions to a measure become the figure of a cell.</summary>
public enum MeasureRule
{
    /// <summary>Amounts are added.</summary>
    Sum = 1,

    /// <summary>Different keys are counted, exactly, in every cell anew.</summary>
    Distinct = 2,

    /// <summary>Keys are counted once in each month: person-months.</summary>
    DistinctMonths = 3,

    /// <summary>Keys of the period that were absent in the same period of the year before.</summary>
    Entered = 4,

    /// <summary>Keys of the same period of the year before that are absent in the period.</summary>
    Left = 5,

    /// <summary>The median of the amounts; the mean of the two middle ones when their number is even.</summary>
    Median = 6,

    /// <summary>A stock counted once in the year (1 January) that holds in all its periods.</summary>
    Stock = 7,
}
