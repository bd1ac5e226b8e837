namespace Analytics.Benchmarks;

/// <summary>A new folder that is deleted with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("analytics-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
