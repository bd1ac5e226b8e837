using System.Text;

namespace Analytics.Etl.Sources.Files;

/// <summary>How people write the same word: case, ё, no-break spaces, punctuation and Kazakh letters typed as Russian ones do not count.</summary>
internal static class Spelling
{
    private const string Kazakh = "әғқңөұүһіё";
    private const string Typed = "агкноуухие";

    /// <summary>Small letters and digits, words divided by one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var one in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsLetterOrDigit(one))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }

                continue;
            }

            var small = char.ToLowerInvariant(one);
            folded.Append(Kazakh.IndexOf(small, StringComparison.Ordinal) is >= 0 and var position ? Typed[position] : small);
        }

        return folded.ToString().TrimEnd(' ');
    }

    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
