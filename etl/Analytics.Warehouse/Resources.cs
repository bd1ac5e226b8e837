using System.Collections.Concurrent;

namespace Analytics.Warehouse;

/// <summary>The .sql and .csv files that ship inside this assembly, by their path in the project.</summary>
public static class Resources
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>Text of a file: <c>Measures/families.sql</c>.</summary>
    public static string Text(string path) => Texts.GetOrAdd(path, static name =>
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>Paths of all files in a folder of the project, in ordinal order.</summary>
    public static IReadOnlyList<string> In(string folder) => [.. typeof(Resources).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];
}
