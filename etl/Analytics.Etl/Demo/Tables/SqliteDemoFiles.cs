namespace Analytics.Etl.Demo.Tables;

/// <summary>The three files while they are written: temporary names, renamed together at the end, removed when the writing fails.</summary>
internal sealed class SqliteDemoFiles : IDisposable
{
    private sealed record OpenFile(SqliteDemoWriter Writer, string WrittenPath, string Path);

    private readonly List<OpenFile> _files = [];
    private readonly string _folder;

    public SqliteDemoFiles(string folder)
    {
        _folder = folder;
        try
        {
            foreach (var system in DemoSystem.All)
            {
                Open(system);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Write(DemoReplica replica, CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            file.Writer.Write(replica, cancellationToken);
        }
    }

    public void Publish(CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Writer.Finish();
            file.Writer.Dispose();
        }
        foreach (var file in _files)
        {
            File.Move(file.WrittenPath, file.Path, overwrite: true);
        }
    }

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Writer.Dispose();
            File.Delete(file.WrittenPath);
        }
    }

    private void Open(DemoSystem system)
    {
        var path = Path.Combine(_folder, system.Name + ".db");
        var writtenPath = $"{path}.{Environment.ProcessId}.tmp";
        File.Delete(writtenPath);
        _files.Add(new(new SqliteDemoWriter(writtenPath, system), writtenPath, path));
    }
}
