using System.Resources;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Sources.Files;

/// <summary>Sentences that tell what is wrong with a file, and what is expected, by the name of the rule.</summary>
internal static class FileTexts
{
    private static readonly ResourceManager Texts = new("Analytics.Etl.Texts.Files", typeof(FileTexts).Assembly);

    public static string Sentence(this Language language, FileError error) => language.Text(Texts, "rule." + error.Rule, error.Arguments);

    public static string FileText(this Language language, string key, params ReadOnlySpan<object?> arguments) => language.Text(Texts, key, arguments);
}
