using System.Globalization;
using System.Security;
using Analytics.Reports.Workbooks.Cells;

namespace Analytics.Reports.Extracts;

/// <summary>The small parts of a workbook that is written as a stream: what sheets there are, and how cells look.</summary>
internal static class WorkbookParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Path and XML of each part.</summary>
    /// <param name="sheets">Names of the sheets in their order.</param>
    /// <param name="dayFormat">Number format of days.</param>
    public static IEnumerable<(string Path, string Xml)> Of(IReadOnlyList<string> sheets, string dayFormat)
    {
        yield return ("xl/styles.xml", Styles(dayFormat));
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>{Each(sheets, (name, number) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>")}</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">{Each(sheets, (_, number) => $"<Relationship Id=\"rId{number}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")}<Relationship Id=\"rIdStyles\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdTexts\" Type=\"{Relationships}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        yield return ("_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{Type("/xl/workbook.xml", "sheet.main")}{Type("/xl/styles.xml", "styles")}{Type("/xl/sharedStrings.xml", "sharedStrings")}{Each(sheets, (_, number) => Type($"/xl/worksheets/sheet{number}.xml", "worksheet"))}</Types>");
    }

    private static string Each(IReadOnlyList<string> sheets, Func<string, string, string> xml) =>
        string.Concat(sheets.Select((name, index) => xml(name, (index + 1).ToString(CultureInfo.InvariantCulture))));

    private static string Type(string part, string kind) => $"<Override PartName=\"{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>";

    private static string Styles(string dayFormat)
    {
        var (accent, text) = (Theme.Light.AccentText[1..], Theme.Light.Text[1..]);
        string Font(string size, string colour, bool bold) => $"<font>{(bold ? "<b/>" : "")}<sz val=\"{size}\"/><color rgb=\"FF{colour}\"/><name val=\"{CellStyles.FontName}\"/></font>";
        // In the order of CellLook.
        (int Font, int Format)[] looks = [(0, 49), (1, 49), (0, 3), (0, 4), (0, 164), (2, 49)];
        return $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"{SecurityElement.Escape(dayFormat)}\"/></numFmts>"
            + $"<fonts count=\"3\">{Font("10", text, bold: false)}{Font("10", accent, bold: true)}{Font("14", accent, bold: true)}</fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + $"<cellXfs count=\"{looks.Length}\">{string.Concat(looks.Select(look => string.Create(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{look.Format}\" fontId=\"{look.Font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>")))}</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    }
}
