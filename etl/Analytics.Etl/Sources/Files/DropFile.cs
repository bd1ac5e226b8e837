using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>One file of a drop folder as a source of its own.</summary>
internal sealed class DropFile(DropFolder folder, DroppedFile file, SourceOptions options) : ISource
{
    public string Name => options.Name;

    public SourceOptions Options => options;

    /// <summary>Opens the file as it is now. It is read once to find its totals and what is wrong with it; then the marked copy is written or removed.</summary>
    public async Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        FileStream? content = null;
        try
        {
            content = OpenContent(file);
            var opened = content;
            return await Task.Run(() => Look(opened), cancellationToken);
        }
        catch (Exception exception)
        {
            if (content is not null)
            {
                await content.DisposeAsync();
            }

            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new SourceException(new("folder.unreadable", file.Name, folder.Options.Name, exception.GetType().Name), exception);
            }

            throw;
        }
    }

    // Others may write and delete meanwhile: that is seen by the hash, not prevented.
    public static FileStream OpenContent(DroppedFile file) => new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);

    private DropFileSnapshot Look(FileStream content)
    {
        var found = folder.FindingsOf(file, content);
        if (found.Fatal is null && folder.SameAsOther(file, found) is { } same)
        {
            found = found with { Fatal = same, Errors = [same, .. found.Errors], ErrorCount = found.ErrorCount + 1 };
        }

        folder.Errors.Keep(file, content, found);
        var refusal = found.Fatal is { } fatal
            ? new LoadMessage("folder.refused", file.Name, folder.Options.Name, fatal.Told, ErrorsFolder.NameOf(file))
            : null;
        return new DropFileSnapshot(folder, file, content, found, refusal);
    }
}
