using System.Buffers;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Sources.Files;

/// <summary>Which styles of a workbook show a number as a day, and from which day it counts.</summary>
internal sealed partial class XlsxStyles
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("dDyYmMдДмМгГ");

    private readonly bool[] isDay;
    private readonly DateOnly epoch;

    public XlsxStyles(Stylesheet? stylesheet, bool from1904)
    {
        epoch = from1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30);
        var own = stylesheet?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "") ?? [];
        isDay = [.. stylesheet?.CellFormats?.Elements<CellFormat>().Select(format => IsDay(format.NumberFormatId?.Value ?? 0, own)) ?? []];
    }

    public bool IsDay(uint style) => style < isDay.Length && isDay[style];

    /// <summary>The day of a number of Excel, or null when there is none.</summary>
    public DateOnly? DayOf(decimal number) =>
        number >= 0 && number < 3_000_000 && epoch.DayNumber + (int)number <= DateOnly.MaxValue.DayNumber ? epoch.AddDays((int)number) : null;

    private static bool IsDay(uint format, Dictionary<uint, string> own) => own.TryGetValue(format, out var code)
        ? Plain().Replace(code, "").AsSpan().ContainsAny(Signs)
        : format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    // Quoted, escaped and bracketed parts of a format are not its signs; neither is the word General.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.|General|Основной", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
