namespace Analytics.Etl;

/// <summary>The .sql files that ship inside this assembly, by their path in the project.</summary>
internal static class EtlResources
{
    public static string Text(string path)
    {
        using var stream = typeof(EtlResources).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The file {path} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
