namespace Analytics.UnitTests.Repository;

/// <summary>The files of the repository in which the tests run.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] NotOurs = ["node_modules", "artifacts", "bin", "obj", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>Text of a file by its path in the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Paths in the repository of all files below a folder whose names match, without what is fetched or built.</summary>
    public static IReadOnlyList<string> Find(string folder, string pattern) => [.. Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Intersect(NotOurs).Any())
        .Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no Analytics.sln above {AppContext.BaseDirectory}.");
    }
}
