using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources;

/// <summary>How the columns of one table, or of what a mapping returns, differ from those remembered. Types by name.</summary>
internal sealed class ColumnChanges(string relation, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
{
    public IReadOnlyList<string> Missing { get; } = [.. before.Keys.Where(name => !now.ContainsKey(name))];

    public IReadOnlyList<string> Added { get; } = [.. now.Keys.Where(name => !before.ContainsKey(name))];

    public IReadOnlyList<string> Retyped { get; } = [.. now.Keys.Where(name => before.TryGetValue(name, out var type) && type != now[name])];

    /// <summary>What to tell of the column, as a notice.</summary>
    public string Notice(string column) => (before.GetValueOrDefault(column), now.GetValueOrDefault(column)) switch
    {
        (null, { } type) => $"{relation}: the column {column} ({type}) is new",
        ({ } type, null) => $"{relation}: the column {column} ({type}) is gone",
        var (was, type) => $"{relation}: the column {column} was {was} and is {type} now",
    };

    /// <summary>Why a mapping that was good no longer is; null when these columns are as they were.</summary>
    public LoadMessage? Explanation()
    {
        if (before.Count > 0 && now.Count == 0)
        {
            return new("changed.relation_gone", relation);
        }

        LoadMessage[] changes = [.. Missing.Select(Renamed), .. Retyped.Select(column => new LoadMessage("changed.retyped", column, before[column], now[column]))];
        return changes.Length > 0 ? new("changed.within", relation, changes.Aggregate(static (one, other) => new("message.two", one, other))) : null;
    }

    // A new column of the same type is likely the same under another name; of several the one whose name begins most alike.
    private LoadMessage Renamed(string missing)
    {
        var alike = Added.Where(name => now[name] == before[missing]).MaxBy(name => name.Zip(missing).TakeWhile(pair => pair.First == pair.Second).Count())
            ?? (Added.Count == 1 && Missing.Count == 1 ? Added[0] : null);
        return alike is null ? new("changed.missing", missing) : new("changed.renamed", missing, alike);
    }
}
