namespace Analytics.Reports.Workbooks.Packs;

/// <summary>The file that a pack is written as. Codes: <c>xlsx</c>, <c>pdf</c>.</summary>
public enum PackFormat
{
    /// <summary>A workbook that calculates.</summary>
    Xlsx = 1,

    /// <summary>The same sheets for print.</summary>
    Pdf = 2,
}
