namespace Analytics.Etl.Sources.Files;

/// <summary>A file that is no table, or is broken; the rule names the sentence that tells so. What the file holds is not in it.</summary>
internal sealed class FileException(string rule, Exception? inner = null, params object[] arguments) : Exception("The file is not loaded.", inner)
{
    public string Rule => rule;

    public object[] Arguments => arguments;
}
