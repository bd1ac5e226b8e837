using Analytics.Warehouse;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Etl.Sources.Files;

/// <summary>Finds a district by the name that people write: in three languages, with or without “район”, “ауданы”, “г.”, as an adjective or not.</summary>
internal static class DistrictNames
{
    // Words that say what kind of place it is.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "район", "района", "району", "районе", "рн", "р", "н", "аудан", "ауданы", "ауданынын", "ауд", "district", "г", "гор", "город", "города", "городу", "городе", "к", "кала", "каласы", "каласынын", "city", "of", "по", "га",
    };

    private static readonly string[] Endings = ["ского", "скому", "ском"];

    private static readonly Dictionary<string, Territory> ByName = Names();

    /// <summary>The KATO code that the district bore in the month of the day, or null when nobody calls a district so.</summary>
    public static string? Kato(string name, DateOnly day) => ByName.TryGetValue(Core(Spelling.Words(name)), out var territory) ? Kato(territory, day) : null;

    /// <summary>The territory, or the region itself, that people call so; null when nobody does.</summary>
    public static Territory? Find(string name) => ByName.GetValueOrDefault(Core(Spelling.Words(name)));

    /// <summary>The KATO code of the one district that a title names; null when it names none or several.</summary>
    public static string? Within(string title, DateOnly day)
    {
        var words = Spelling.Words(title);
        var found = Enumerable.Range(0, words.Length)
            .SelectMany(first => Enumerable.Range(1, 2).Where(count => first + count <= words.Length).Select(count => Core(words[first..(first + count)])))
            .Select(core => ByName.GetValueOrDefault(core))
            .Where(territory => territory is not null && territory.Kind != TerritoryKind.Region)
            .Distinct()
            .ToList();
        return found.Count == 1 ? Kato(found[0]!, day) : null;
    }

    // Of a month with a change, the version inside the region; of a month in which the district did not exist, a code that the rules reject.
    private static string Kato(Territory territory, DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var inForce = territory.Versions.Where(version => version.ValidFrom < first.AddMonths(1) && version.ValidTo > first).ToList();
        return (inForce.Find(version => version.ParentId is not null) ?? inForce.FirstOrDefault() ?? territory.Versions[0]).Kato;
    }

    private static string Core(IEnumerable<string> words) => string.Concat(words.Where(word => !Kinds.Contains(word)).Select(Nominative));

    // Of an adjective: Уланского, Уланскому and Уланском are Уланский.
    private static string Nominative(string word) =>
        Array.Find(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? word[..^ending.Length] + "ский" : word;

    private static Dictionary<string, Territory> Names()
    {
        var names = new Dictionary<string, Territory>(StringComparer.Ordinal);
        foreach (var territory in Territories.Shipped.All)
        {
            foreach (var name in territory.Versions.SelectMany(version => new[] { version.NameRu, version.NameKk, version.NameEn }).Append(territory.Slug))
            {
                names.TryAdd(Core(Spelling.Words(name)), territory);
            }
        }

        foreach (var (slug, variants) in ColumnsFile.Read(Resources.Text("Dimensions/territory_names.csv").Split('\n').Skip(1).Select(line => line.Replace(',', ':').Replace(';', '|')), "territory_names.csv"))
        {
            foreach (var name in variants)
            {
                names.TryAdd(Core(Spelling.Words(name)), Territories.Shipped.Find(slug)!);
            }
        }

        return names;
    }
}
