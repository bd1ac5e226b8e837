namespace Analytics.Reports.Workbooks.Cells;

/// <summary>
/// How much room a text takes. ClosedXML cannot measure texts here, and not every viewer fits rows by itself, so widths
/// (in characters of the font) and heights (in points) are set from the number of characters.
/// </summary>
internal static class TextLines
{
    private const double LineHeight = 13;

    /// <summary>Number of lines of a text wrapped at spaces in a column of a width.</summary>
    public static int Count(string text, double width)
    {
        var lines = 1;
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                lines++;
                used = 0;
            }

            used += word.Length + (used > 0 ? 1 : 0);
        }

        return lines;
    }

    /// <summary>Height of a row that holds the text.</summary>
    public static double Height(string text, double width) => (Count(text, width) * LineHeight) + 3;

    /// <summary>Width of a formatted number: separators are half as wide as digits and signs.</summary>
    public static double NumberWidth(string number) => number.Sum(sign => char.IsDigit(sign) || sign is '+' or '\u2212' ? 1 : 0.55);

    /// <summary>Length of the longest word.</summary>
    public static int LongestWord(string text) => text.Split(' ').Max(word => word.Length);
}
