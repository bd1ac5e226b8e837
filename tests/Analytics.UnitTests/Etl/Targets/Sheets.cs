using ClosedXML.Excel;

namespace Analytics.UnitTests.Etl.Targets;

/// <summary>Workbooks as people make them.</summary>
internal static class Sheets
{
    /// <summary>A workbook with one sheet: rows divided by line breaks, cells by bars; what looks like a number is one unless it begins with an apostrophe.</summary>
    public static MemoryStream Of(string rows, string name = "План", Action<IXLWorksheet>? change = null)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet(name);
        foreach (var (row, line) in rows.Split('\n').Index())
        {
            foreach (var (column, text) in line.Split('|').Index())
            {
                if (decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number))
                {
                    sheet.Cell(row + 1, column + 1).SetValue(number);
                }
                else if (text.Length > 0)
                {
                    sheet.Cell(row + 1, column + 1).SetValue(text.TrimStart('\'')).SetDataType(XLDataType.Text);
                }
            }
        }

        change?.Invoke(sheet);
        var file = new MemoryStream();
        workbook.SaveAs(file);
        file.Position = 0;
        return file;
    }
}
