using System.Xml.Linq;
using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Packs;
using DocumentFormat.OpenXml.Packaging;

namespace Analytics.Reports.Workbooks;

/// <summary>
/// Title, subject and dates of a workbook, in <c>docProps/core.xml</c>. ClosedXML saves them under a random name, which some
/// readers do not look for; and the dates here are those of the publication.
/// </summary>
internal static class DocumentProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Writes them into a saved workbook. It is opened twice: within one opening the old part's name is not given again.</summary>
    public static void WriteInto(Stream workbook, PackContent content, string title)
    {
        using (var document = SpreadsheetDocument.Open(workbook, isEditable: true))
        {
            document.DeletePart(document.CoreFilePropertiesPart!);
        }

        using var emptied = SpreadsheetDocument.Open(workbook, isEditable: true);
        using var stream = emptied.AddCoreFilePropertiesPart().GetStream(FileMode.Create);
        new XDocument(new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Dublin + "title", title),
            new XElement(Dublin + "subject", content.PeriodLine),
            new XElement(Dublin + "creator", "Analytics"),
            new XElement(Dublin + "description", content.Demo ? content.Language.ReportText("subtitle.demo") : content.PublicationLine),
            new XElement(Dublin + "language", content.Language.Code),
            Date("created", content),
            Date("modified", content))).Save(stream);
    }

    private static XElement Date(string name, PackContent content) => new(
        Terms + name,
        new XAttribute(Instance + "type", "dcterms:W3CDTF"),
        content.Answer.Publication.PublishedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
}
