namespace Analytics.Reports.Extracts;

/// <summary>Looks of cells; the numbers are their places in the list of formats in <c>styles.xml</c>.</summary>
public enum CellLook
{
    Text = 0,
    Head = 1,
    Integer = 2,
    Money = 3,
    Day = 4,
    Title = 5,
}
