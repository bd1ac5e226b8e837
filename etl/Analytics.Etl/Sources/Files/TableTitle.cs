namespace Analytics.Etl.Sources.Files;

/// <summary>What a file tells outside its table: the lines above the headers, then its name. The lines come first.</summary>
internal sealed record TableTitle(string Lines, string FileName)
{
    public PeriodText? Period { get; } = PeriodText.Within(Lines) ?? PeriodText.Within(FileName);

    public string? District(DateOnly day) => DistrictNames.Within(Lines, day) ?? DistrictNames.Within(FileName, day);

    public bool Mentions(IEnumerable<string> foldedWords) =>
        foldedWords.Any(word => Spelling.Fold(Lines).Contains(word, StringComparison.Ordinal) || Spelling.Fold(FileName).Contains(word, StringComparison.Ordinal));
}
