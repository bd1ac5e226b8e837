using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>Where the figures of a workbook stand, for the sheets that refer to them or check them.</summary>
internal sealed class WorkbookIndex
{
    private readonly List<ControlSum> sums = [];
    private readonly Dictionary<(string Indicator, IndicatorAnswer Answer), string> figures = [];

    /// <summary>Control sums in the order in which they were added.</summary>
    public IReadOnlyList<ControlSum> Sums => sums;

    public void Add(ControlSum sum) => sums.Add(sum);

    /// <summary>Remembers the cell of the main figure of an indicator in an answer.</summary>
    /// <param name="indicator">Indicator.</param>
    /// <param name="answer">Answer that the figure is of.</param>
    /// <param name="reference">Cell with its sheet: <c>'Summary'!C9</c>.</param>
    public void Add(Indicator indicator, IndicatorAnswer answer, string reference) => figures[(indicator.Code, answer)] = reference;

    /// <summary>The cell of a main figure, or null when no sheet has it.</summary>
    public string? Find(Indicator indicator, IndicatorAnswer answer) => figures.GetValueOrDefault((indicator.Code, answer));
}
