namespace Analytics.Etl.Sources.Files;

/// <summary>Reads the rows of a file a second time; after the last it makes sure that the content is still what it was at the first.</summary>
internal sealed class DropFileReader(DropFolder folder, DroppedFile file, FileStream content, FileFindings? found) : ISourceReader
{
    private ITableFile? table;
    private DataRows? rows;

    public ReadOnlySpan<Cell> Cells => rows is null ? [] : rows.Cells;

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (found?.Shape is not { } shape)
        {
            return ValueTask.FromResult(false);
        }

        try
        {
            if (rows is null)
            {
                table = TableFile.Open(content, file.Name);
                rows = new DataRows(table, shape, folder.ReadingOf(shape));
            }

            if (rows.Read())
            {
                return ValueTask.FromResult(true);
            }
        }
        catch (Exception exception) when (exception is FileException or IOException)
        {
            throw Changed(exception);
        }

        return DropFolder.Hash(content) == found.Hash ? ValueTask.FromResult(false) : throw Changed(null);
    }

    public ValueTask DisposeAsync()
    {
        rows?.Dispose();
        table?.Dispose();
        return ValueTask.CompletedTask;
    }

    private SourceException Changed(Exception? exception) =>
        new($"The file {file.Name} of source {folder.Options.Name} changed while it was read. It is read again at the next check.", exception);
}
