using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Districts;

/// <summary>The history of a territory in words: land that came and went, names and codes.</summary>
public static partial class TerritoryStory
{
    /// <summary>All that happened, oldest first; nothing where nothing changed since the dimension begins.</summary>
    public static IReadOnlyList<LandEvent> Of(Territories territories, Territory territory, Language language) =>
    [
        .. Lands(territories, territory, language).Concat(Names(territory, language)).OrderBy(one => one.Day),
    ];

    /// <summary>A decree in the reader's language, where its text is of the form that the dimension uses; else as it stands there.</summary>
    public static string Decree(string text, Language language) => NumberedDecree().Match(text) switch
    {
        { Success: true } match when DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            language.Page("district.decree", match.Groups["number"].Value, language.Date(day)),
        _ when MonthlyDecree().Match(text) is { Success: true } match
            && DateOnly.TryParseExact($"1 {match.Groups["month"].Value}", "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) =>
            language.Page("district.decree.month", language.MonthName(month.Month), month.Year),
        _ => text,
    };

    // What one decree did to the territory on one day is one entry: ten units leave the region at once.
    private static IEnumerable<LandEvent> Lands(Territories territories, Territory territory, Language language) => territories.Changes
        .Where(change => change.From == territory.Slug || change.To == territory.Slug)
        .GroupBy(change => (change.ChangedOn, change.Kind, Gave: change.From == territory.Slug, change.Decree))
        .Select(group => new LandEvent(
            group.Key.ChangedOn,
            Text(group.Key.Kind, group.Key.Gave, [.. group], language),
            [.. group.Select(change => territories.Find(group.Key.Gave ? change.To : change.From)!)],
            group.Key.Decree.Length > 0 ? Decree(group.Key.Decree, language) : null,
            group.First().Touches(territory.Slug)));

    private static string Text(TerritoryChangeKind kind, bool gave, IReadOnlyList<TerritoryChange> changes, Language language) => (kind, gave) switch
    {
        (TerritoryChangeKind.Split, true) => language.Page("district.story.split_from", Share(changes, language)),
        (TerritoryChangeKind.Split, false) => language.Page("district.story.split_to"),
        (TerritoryChangeKind.Move, true) => language.Page("district.story.move_from"),
        (TerritoryChangeKind.Move, false) => language.Page("district.story.move_to"),
        (TerritoryChangeKind.Merge, true) => language.Page("district.story.merge_from"),
        (TerritoryChangeKind.Merge, false) => language.Page("district.story.merge_to"),
        (TerritoryChangeKind.Leave, true) => language.PageCount("district.story.leave_region", changes.Count),
        (TerritoryChangeKind.Leave, false) => language.Page("district.story.leave"),
        (TerritoryChangeKind.Join, true) => language.PageCount("district.story.join_region", changes.Count),
        _ => language.Page("district.story.join"),
    };

    private static string Share(IReadOnlyList<TerritoryChange> changes, Language language) =>
        language.Number(changes.Sum(change => change.Share) * 100, 0) + language.PercentSuffix;

    private static IEnumerable<LandEvent> Names(Territory territory, Language language)
    {
        foreach (var (before, after) in territory.Versions.Zip(territory.Versions.Skip(1)))
        {
            if (before.Name(language.Code) is var old && after.Name(language.Code) is var name && old != name)
            {
                yield return new LandEvent(after.ValidFrom, language.Page("district.story.renamed", old, name), [], null, IsOfLand: false);
            }

            if (before.Kato != after.Kato)
            {
                yield return new LandEvent(after.ValidFrom, language.Page("district.story.code", before.Kato, after.Kato), [], null, IsOfLand: false);
            }
        }
    }

    [GeneratedRegex("^Decree (?<number>[0-9]+) of (?<day>[0-9-]{10})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedDecree();

    [GeneratedRegex("^Decree of (?<month>[A-Z][a-z]+ [0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthlyDecree();
}
