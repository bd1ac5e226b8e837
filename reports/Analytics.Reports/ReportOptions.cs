using Analytics.Reports.Texts;
using Analytics.Warehouse.Texts;
using Microsoft.Extensions.Configuration;

namespace Analytics.Reports;

/// <summary>What an office sets of its reports, under <c>Reports</c> in the configuration.</summary>
public sealed class ReportOptions
{
    /// <summary>Lines of the letterhead by language: <c>Reports:Letterhead:ru:0</c>. A language without its own has the name of the region's akimat.</summary>
    public Dictionary<string, string[]> Letterhead { get; set; } = [];

    public static ReportOptions Read(IConfiguration configuration) => configuration.GetSection("Reports").Get<ReportOptions>() ?? new ReportOptions();

    /// <summary>The lines in a language, the greatest office first.</summary>
    public IReadOnlyList<string> LetterheadIn(Language language) =>
        Letterhead.TryGetValue(language.Code, out var lines) && lines.Length > 0 ? lines : [language.ReportText("letterhead.akimat"), language.ReportText("letterhead.department")];
}
