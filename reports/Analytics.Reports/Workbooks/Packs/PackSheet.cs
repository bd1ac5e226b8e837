using Analytics.Reports.Workbooks.Cells;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>A sheet of a pack.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="Write">Fills it.</param>
internal sealed record PackSheet(string Name, Action<SheetWriter> Write)
{
    private const int LongestName = 31;

    /// <summary>True when the sheet speaks of others, and so is written after them wherever it stands.</summary>
    public bool IsAboutOthers { get; init; }

    /// <summary>False for a sheet that is of use only where cells can be looked at.</summary>
    public bool IsPrinted { get; init; } = true;

    /// <summary>A name as the format allows it: at most 31 characters and none of <c>[ ] : * ? / \</c>.</summary>
    public static string NameOf(string text)
    {
        var name = string.Concat(text.Select(sign => "[]:*?/\\".Contains(sign, StringComparison.Ordinal) ? ' ' : sign)).Trim('\'', ' ');
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd();
    }
}
