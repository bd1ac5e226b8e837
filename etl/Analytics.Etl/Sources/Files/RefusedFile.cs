using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>A file that is not looked at, with the reason.</summary>
internal sealed class RefusedFile(SourceOptions options, LoadMessage reason) : ISource
{
    public string Name => options.Name;

    public SourceOptions Options => options;

    public Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken) => throw new SourceException(reason);
}
