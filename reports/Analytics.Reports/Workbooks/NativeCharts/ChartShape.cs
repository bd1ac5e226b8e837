namespace Analytics.Reports.Workbooks.NativeCharts;

/// <summary>The form of a chart in a workbook.</summary>
internal enum ChartShape
{
    /// <summary>Bars beside each other, the first category at the top.</summary>
    Bars = 1,

    /// <summary>Bars over each other: the later series on the earlier ones, which show how far it may go.</summary>
    Bullet = 2,

    /// <summary>Bars end to end.</summary>
    Stacked = 3,

    /// <summary>Lines over months.</summary>
    Lines = 4,

    /// <summary>Columns of the first series, and a mark for each value of the others: fact and plan.</summary>
    ColumnsAndMarks = 5,
}
