using Analytics.Etl.Sources.Files;

namespace Analytics.Etl.Targets.Upload;

/// <summary>Codes by the words that people write for stages and phasing, as in files of the drop folder (<c>words.columns</c>).</summary>
internal static class UploadWords
{
    private static readonly Dictionary<string, string> ByWord = Read();

    public static string? Find(string text) => ByWord.GetValueOrDefault(Spelling.Fold(text));

    private static Dictionary<string, string> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Mappings", "drop-folder", "words.columns");
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, variants) in ColumnsFile.Read(File.ReadLines(file), file))
        {
            foreach (var word in variants.Append(code))
            {
                words.TryAdd(Spelling.Fold(word), code);
            }
        }

        return words;
    }
}
