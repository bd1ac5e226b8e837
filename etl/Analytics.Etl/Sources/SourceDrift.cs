using System.Data.Common;
using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Sources;

/// <summary>
/// Remembers which columns mappings return and which the tables have that they read. A change with which the contract is still
/// kept becomes a notice; one that breaks it is told with the error.
/// </summary>
public sealed partial class SourceDrift(ControlDatabase control, TimeProvider clock, ILogger<SourceDrift> logger)
{
    private const int LongestType = 200;
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(30);

    /// <summary>Compares with what is remembered, logs each change once and remembers what is now. Asked after the contract was found kept.</summary>
    public async Task ObserveAsync(ISourceSnapshot snapshot, Mapping mapping, CancellationToken cancellationToken)
    {
        IReadOnlyList<SourceColumn> columns;
        try
        {
            columns = await snapshot.ColumnsAsync(mapping, cancellationToken);
        }
        catch (DbException)
        {
            // What the source cannot tell of its tables is not compared; the load itself does not need it.
            return;
        }

        await using var context = await control.OpenAsync(cancellationToken);
        var known = await context.SourceColumns.Where(row => row.Source == mapping.Source).ToListAsync(cancellationToken);
        var told = new HashSet<string>(StringComparer.Ordinal);

        // Tables first: a change that a mapping only passes on is told once.
        foreach (var relation in columns.GroupBy(column => Relation(column, mapping)).OrderBy(relation => relation.Key == MappingFile(mapping)))
        {
            var rows = known.Where(row => row.Relation == relation.Key).ToDictionary(row => row.ColumnName, StringComparer.Ordinal);
            var now = Types(relation);
            var changes = new ColumnChanges(relation.Key, Types(rows.Values), now);
            foreach (var name in changes.Added.Concat(changes.Retyped).Concat(changes.Missing))
            {
                if (!rows.TryGetValue(name, out var row))
                {
                    context.SourceColumns.Add(row = new SourceColumnRow { Source = mapping.Source, Relation = relation.Key, ColumnName = name });
                }

                row.Type = now.GetValueOrDefault(name) ?? "";
                if (rows.Count > 0 && told.Add(name))
                {
                    (row.Notice, row.NoticedAt) = (changes.Notice(name), clock.GetUtcNow());
                    LogChanged(mapping.Source, row.Notice);
                }
            }
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process looked at the same moment and has written it.
        }
    }

    /// <summary>What changed at the source since its mapping was last good, to be added to an error; null when nothing is known.</summary>
    public async Task<LoadMessage?> ExplainAsync(ISource source, Mapping mapping, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var known = (await context.SourceColumns.AsNoTracking().Where(row => row.Source == source.Name && row.Type != "").ToListAsync(cancellationToken))
            .Where(row => row.Relation == MappingFile(mapping) || mapping.Sql.Contains(row.Relation.Split('.')[^1], StringComparison.OrdinalIgnoreCase))
            .GroupBy(row => row.Relation)
            .OrderBy(relation => relation.Key == MappingFile(mapping))
            .ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var tables = known.Select(relation => relation.Key).Where(relation => relation != MappingFile(mapping)).ToList();
        if (await AskAsync(source, snapshot => snapshot.ColumnsOfAsync(tables, cancellationToken), cancellationToken) is not { } columns)
        {
            // A source that does not answer says nothing of its tables.
            return null;
        }

        var returned = await AskAsync(source, snapshot => snapshot.ColumnsAsync(mapping, cancellationToken), cancellationToken) ?? [];
        var now = columns.Concat(returned.Where(column => column.Table.Length == 0))
            .GroupBy(column => Relation(column, mapping))
            .ToDictionary(relation => relation.Key, Types, StringComparer.Ordinal);
        var explanation = known
            .Where(relation => relation.Key != MappingFile(mapping) || now.ContainsKey(relation.Key))
            .Select(relation => new ColumnChanges(relation.Key, Types(relation), now.GetValueOrDefault(relation.Key) ?? Nothing).Explanation())
            .FirstOrDefault(told => told is not null);
        return explanation is null ? null : new LoadMessage(explanation.Text[^1] == '?' ? "source.changed_perhaps" : "source.changed", explanation);
    }

    /// <summary>Changes of the last thirty days that did not stop loads, latest first.</summary>
    public async Task<IReadOnlyList<SourceNotice>> NoticesAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - ToldFor;
        await using var context = await control.OpenAsync(cancellationToken);
        var rows = await context.SourceColumns.AsNoTracking().Where(row => row.NoticedAt != null && row.NoticedAt > since).ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(row => row.NoticedAt).ThenBy(row => row.Source).Select(row => new SourceNotice(row.Source, row.Notice, row.NoticedAt!.Value))];
    }

    private static readonly Dictionary<string, string> Nothing = [];

    private static string MappingFile(Mapping mapping) => mapping.Process.Name + ".sql";

    private static string Relation(SourceColumn column, Mapping mapping) => column.Table.Length == 0 ? MappingFile(mapping) : column.Table;

    private static Dictionary<string, string> Types(IEnumerable<SourceColumn> columns) =>
        columns.GroupBy(column => column.Name).ToDictionary(column => column.Key, column => Short(column.First().Type), StringComparer.Ordinal);

    private static Dictionary<string, string> Types(IEnumerable<SourceColumnRow> rows) =>
        rows.Where(row => row.Type.Length > 0).ToDictionary(row => row.ColumnName, row => row.Type, StringComparer.Ordinal);

    // Empty would mean that the column is gone.
    private static string Short(string type) => type.Length switch
    {
        0 => "without a type",
        > LongestType => type[..LongestType],
        _ => type,
    };

    // In a snapshot of its own: one in which a statement failed may answer nothing more. Null when the source does not answer.
    private static async Task<IReadOnlyList<SourceColumn>?> AskAsync(
        ISource source, Func<ISourceSnapshot, Task<IReadOnlyList<SourceColumn>>> ask, CancellationToken cancellationToken)
    {
        try
        {
            await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
            return await ask(snapshot);
        }
        catch (Exception exception) when (exception is SourceException or DbException or IOException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The source {Source} has changed: {Notice}")]
    private partial void LogChanged(string source, string notice);
}
