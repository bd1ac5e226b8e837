using System.Text.RegularExpressions;

namespace Analytics.Etl.Privacy;

/// <summary>The last guard before text leaves the system: twelve digits or more in a row may be somebody's number.</summary>
public static partial class PersonalNumbers
{
    /// <summary>The text with such runs of digits taken out.</summary>
    public static string Remove(string text) => Run().Replace(text, "[…]");

    [GeneratedRegex("[0-9]{12,}")]
    private static partial Regex Run();
}
