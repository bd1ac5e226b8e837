using System.Text;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using ClosedXML.Excel;

namespace Analytics.IntegrationTests.Worlds;

/// <summary>A drop folder of the test's own. Files are dated a minute back, so that they count as written to the end.</summary>
public sealed class DropBox(TempFolder folder)
{
    /// <summary>The folder as a source, which deletes it when it is disposed of.</summary>
    public SourceDatabase Source(string name = "mail") => SourceDatabase.At(SourceKind.Folder, Path.GetDirectoryName(Incoming)!, name, "drop-folder", folder);

    public string In(string name) => Path.Combine(Incoming, name);

    public string Errors(string name) => Path.Combine(folder.Path, "errors", name + ".errors.xlsx");

    public IEnumerable<string> AllErrors => Directory.Exists(folder.File("errors")) ? Directory.EnumerateFiles(folder.File("errors")).Select(file => Path.GetFileName(file)) : [];

    private string Incoming => folder.Folder("in");

    public void Drop(string name, string text, Encoding? encoding = null, int minutesAgo = 1) => Drop(name, (encoding ?? new UTF8Encoding(false)).GetBytes(text), minutesAgo);

    public void Drop(string name, byte[] content, int minutesAgo = 1)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllBytes(In(name), content);
        File.SetLastWriteTimeUtc(In(name), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo));
    }

    /// <summary>Drops a workbook that is filled by hand.</summary>
    public void DropWorkbook(string name, Action<XLWorkbook> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook);
        using var content = new MemoryStream();
        workbook.SaveAs(content);
        Drop(name, content.ToArray());
    }
}
