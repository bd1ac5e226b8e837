using Analytics.Etl.Sources.Files;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Targets.Upload;

/// <summary>What is wrong with a cell, or with the whole file, and what to write there.</summary>
public sealed class UploadError
{
    private readonly string rule;
    private readonly object[] arguments;
    private readonly bool isOfFile;

    internal UploadError(string rule, string place, params object[] arguments)
    {
        (this.rule, Place, this.arguments) = (rule, place, arguments);
    }

    internal UploadError(FileException broken)
    {
        (rule, Place, arguments, isOfFile) = (broken.Rule, "", broken.Arguments, true);
    }

    /// <summary>Name of the rule.</summary>
    public string Rule => rule;

    /// <summary>The cell as Excel writes it, <c>План!B7</c>; empty when the whole file is meant.</summary>
    public string Place { get; }

    /// <summary>Row from 1 and column from 0, by which the errors of a sheet are ordered.</summary>
    internal (int Row, int Column) Position { get; init; }

    /// <summary>The sentence.</summary>
    public string In(Language language) => isOfFile
        ? language.Sentence(new FileError(rule, "", 0, -1, arguments))
        : language.Text(UploadTexts.Resources, rule, [.. arguments.Select(argument => argument is Func<Language, string> told ? told(language) : argument)]);
}
