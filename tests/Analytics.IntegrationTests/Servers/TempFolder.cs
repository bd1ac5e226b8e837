namespace Analytics.IntegrationTests.Servers;

/// <summary>A folder that is deleted with everything in it, below another one where that is wanted.</summary>
public sealed class TempFolder(string? below = null) : IDisposable
{
    public string Path { get; } = below is null ? Directory.CreateTempSubdirectory("analytics-test-").FullName : Directory.CreateDirectory(System.IO.Path.Combine(below, "data")).FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Folder(string name) => Directory.CreateDirectory(File(name)).FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A killed engine may still be closing its files; the system clears its temporary folder.
        }
    }
}
