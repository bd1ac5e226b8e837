namespace Analytics.Reports.Workbooks.Cells;

/// <summary>What the figures of a column of a sheet must add up to. Of rates it is no figure, only a sum by which a changed cell is found.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Name">What stands in the cells.</param>
/// <param name="Range">Cells: <c>C8:C27</c>.</param>
/// <param name="Cells">Number of figures among them; states in words are none.</param>
/// <param name="Written">Sum of what was written.</param>
/// <param name="Published">Sum by the publication.</param>
internal sealed record ControlSum(string Sheet, string Name, string Range, int Cells, decimal Written, decimal Published);
