using System.Globalization;

namespace Analytics.Etl.Sources.Files;

/// <summary>A cell of a sheet as it stands there.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Text as people see it; of a number its digits.</param>
/// <param name="Number">A number, or the day's number.</param>
internal readonly record struct TableCell(TableCellKind Kind, string Text, decimal Number)
{
    public static TableCell Empty => new(TableCellKind.Empty, "", 0);

    public bool IsEmpty => Kind == TableCellKind.Empty;

    public static TableCell OfText(string text) => string.IsNullOrWhiteSpace(text) ? Empty : new TableCell(TableCellKind.Text, text, 0);

    public static TableCell OfNumber(decimal number) => new(TableCellKind.Number, number.ToString(CultureInfo.InvariantCulture), number);

    public static TableCell OfDay(DateOnly day) => new(TableCellKind.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.DayNumber);

    /// <summary>A formula that came to nothing: <c>#REF!</c>.</summary>
    public static TableCell OfError(string text) => new(TableCellKind.Error, text, 0);
}
