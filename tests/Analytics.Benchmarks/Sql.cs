namespace Analytics.Benchmarks;

/// <summary>The files of the folder Sql.</summary>
internal static class Sql
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Sql).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
