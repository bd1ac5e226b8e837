using System.Globalization;
using System.Resources;
using Analytics.Etl.Sources.Files;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Loading;

/// <summary>
/// What went wrong with a load, so that every language can tell it: a sentence of <c>Texts/Loads*.resx</c> and what fills its places.
/// Logs, mails and the command line tell it in English; the control database keeps both forms, and a page tells it in its own language.
/// </summary>
public sealed class LoadMessage
{
    /// <summary>Longer messages are cut in the control database.</summary>
    private const int Longest = 2000;

    private const string OfFile = "file.";
    private static readonly ResourceManager Texts = new("Analytics.Etl.Texts.Loads", typeof(LoadMessage).Assembly);

    /// <param name="code">Name of the sentence; empty when the arguments follow one another as they are.</param>
    /// <param name="arguments">
    /// Text that stays as it is in every language, whole and decimal numbers, a <see cref="UnitKey"/>, a <see cref="Process"/>, a
    /// <see cref="Rejection"/>, a moment, or another message.
    /// </param>
    public LoadMessage(string code, params IReadOnlyList<object> arguments)
    {
        (Code, Arguments) = (code, arguments);
        Text = Tell(Language.English, static argument => argument switch
        {
            Rejection rejection => $"{rejection.Rule} in {rejection.Column}",
            Process process => process.Name,
            DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            _ => Convert.ToString(argument, CultureInfo.InvariantCulture)!,
        });
    }

    public static LoadMessage None { get; } = new("");

    public string Code { get; }

    public IReadOnlyList<object> Arguments { get; }

    /// <summary>The message in English, with plain numbers.</summary>
    public string Text { get; }

    /// <summary>The message as the control database keeps it: the English text, and what other languages are told from.</summary>
    public (string Text, string Json) Stored => (Text.Length > Longest ? Text[..Longest] : Text, LoadMessageJson.Write(this, Longest));

    /// <summary>Text that is told as it is in every language.</summary>
    public static implicit operator LoadMessage(string text) => FromString(text);

    public static LoadMessage FromString(string text) => text.Length == 0 ? None : new("", text);

    /// <summary>Messages one after another.</summary>
    public static LoadMessage All(params IEnumerable<LoadMessage> messages) => new("", [.. messages]);

    /// <summary>A sentence of a kept message in a language, or null when it is kept in English only.</summary>
    /// <param name="json">What the control database keeps beside the English text.</param>
    /// <param name="language">Language.</param>
    /// <param name="name">How the page calls a unit, a process, a rejection or a moment.</param>
    public static string? Read(string json, Language language, Func<object, string> name)
    {
        try
        {
            return LoadMessageJson.Read(json)?.Tell(language, argument => argument switch
            {
                long number => language.Number(number, 0),
                decimal number => language.Number(number, Math.Min((int)number.Scale, 2)),
                string text => text,
                _ => name(argument),
            });
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException)
        {
            // Another version of the program has written it, with a sentence that this one does not know.
            return null;
        }
    }

    public override string ToString() => Text;

    private string Tell(Language language, Func<object, string> tell)
    {
        var parts = Arguments.Select(argument => argument is LoadMessage inner ? inner.Tell(language, tell) : tell(argument)).ToArray<object?>();
        return Code switch
        {
            "" => string.Join(' ', parts),
            _ when Code.StartsWith(OfFile, StringComparison.Ordinal) => language.FileText("rule." + Code[OfFile.Length..], parts),
            _ => language.Text(Texts, Code, parts),
        };
    }
}
