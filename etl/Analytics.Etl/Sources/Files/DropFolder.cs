using System.Collections.Concurrent;
using System.Security.Cryptography;
using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>
/// A folder into which tables are dropped: <c>in</c> holds the files, which are only read; <c>errors</c> the copies with bad cells
/// marked, which are written here. Every file is a source of its own, so that many files of one month lie side by side.
/// </summary>
internal sealed class DropFolder(
    SourceOptions options, string path, DropFolderMapping mapping, Func<string, IReadOnlyList<KnownFile>> known, TimeProvider clock)
{
    private const int LongestName = 24;
    private static readonly TimeSpan StillWritten = TimeSpan.FromSeconds(5);
    private static readonly string[] Unfinished = [".part", ".tmp", ".filepart", ".crdownload", ".partial", ".download"];
    private static readonly Process Unknown = new("unknown", "", UnitSize.Month, "month", [new("row_id", ColumnKind.RowId), new("month", ColumnKind.Date)], [], static (_, _) => { });

    private readonly ConcurrentDictionary<string, (long Length, DateTimeOffset WrittenAt, FileFindings Findings)> findings = new(StringComparer.Ordinal);

    public SourceOptions Options => options;

    public ErrorsFolder Errors { get; } = new(Path.Combine(path, "errors"));

    /// <exception cref="SourceException">The folder is configured wrongly; the message names it.</exception>
    public static DropFolder Of(SourceOptions options, string connection, Func<string, IReadOnlyList<KnownFile>> known, TimeProvider clock)
    {
        if (options.Name.Length > LongestName)
        {
            throw new SourceException(new("folder.name_too_long", options.Name, LongestName));
        }

        var path = connection.StartsWith("Path=", StringComparison.OrdinalIgnoreCase) ? connection["Path=".Length..].TrimEnd(';') : connection;
        return new DropFolder(options, Path.GetFullPath(path), DropFolderMapping.In(options), known, clock);
    }

    /// <summary>True when the name is the folder's own or that of one of its files.</summary>
    public bool Has(string source) => source == options.Name || source.StartsWith(options.Name + "/", StringComparison.Ordinal);

    /// <summary>Every file with the processes that it feeds or has fed; also files that are gone and whose rows are not.</summary>
    /// <param name="source">Only this file; the folder's name or null for all.</param>
    public IEnumerable<(ISource Source, Mapping Mapping)> Feeds(string? source)
    {
        var one = source == options.Name ? null : source;
        var remembered = known(options.Name + "/").ToLookup(file => file.Source, StringComparer.Ordinal);
        if (!Directory.Exists(Incoming))
        {
            var reason = new LoadMessage("folder.unreachable", Incoming, options.Name, options.Connection);
            return [(new RefusedFile(Named(one ?? options.Name), reason), new Mapping(one ?? options.Name, Unknown, ""))];
        }

        var present = Present().ToDictionary(file => DroppedFile.SourceName(options.Name, file.Name), StringComparer.Ordinal);
        return
        [
            .. present.Where(file => one is null || file.Key == one).SelectMany(file => FeedsOf(file.Key, file.Value, remembered[file.Key], asked: one is not null)),
            .. remembered
                .Where(file => !present.ContainsKey(file.Key) && (one is null || file.Key == one))
                .SelectMany(file => file)
                .Where(file => one is not null || file.IsLoaded || !file.IsSettled)
                .DistinctBy(file => (file.Source, file.Process))
                .Select(file => ((ISource)new GoneFile(Named(file.Source)), new Mapping(file.Source, Processes.Find(file.Process) ?? Unknown, ""))),
        ];
    }

    /// <summary>What a file holds. A file that was read before and is the same, by its content, is not read again.</summary>
    public FileFindings FindingsOf(DroppedFile file, Stream content)
    {
        var hash = Hash(content);
        if (findings.TryGetValue(file.Name, out var seen) && seen.Findings.Hash == hash)
        {
            return seen.Findings;
        }

        var found = FileAnalysis.Run(content, file.Name, mapping, hash);
        findings[file.Name] = (file.Length, file.WrittenAt, found);
        return found;
    }

    /// <summary>The error of a file that reports what an earlier one reports too: families would be paid twice on paper.</summary>
    public FileError? SameAsOther(DroppedFile file, FileFindings found)
    {
        var loaded = known(options.Name + "/").Where(one => one.IsLoaded).Select(one => one.Source).ToHashSet(StringComparer.Ordinal);
        (bool, DateTimeOffset, string) Rank(DroppedFile one) => (!loaded.Contains(DroppedFile.SourceName(options.Name, one.Name)), one.WrittenAt, one.Name);
        foreach (var other in Present().Where(other => other.Name != file.Name && !IsBeingWritten(other) && !other.NameHoldsIdentifier && Rank(other).CompareTo(Rank(file)) < 0).OrderBy(Rank))
        {
            var theirs = Remembered(other);
            if (theirs is { Fatal: null } && theirs.Process == found.Process && theirs.Contents.FirstOrDefault(found.Contents.Contains) is { } shared)
            {
                var parts = shared.Split(FileFindings.Separator);
                return new FileError("same_as_other_file", "", 0, -1, other.Name, parts[0], parts.Length > 1 ? parts[1] : "");
            }
        }

        return null;
    }

    private static Mapping MappingOf(string source, Process? process) => new(source, process ?? Unknown, "");

    public CellReading ReadingOf(TableShape shape) => new(shape, mapping.Words);

    public static string Hash(Stream content)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private string Incoming => Path.Combine(path, "in");

    private IEnumerable<(ISource, Mapping)> FeedsOf(string source, DroppedFile file, IEnumerable<KnownFile> remembered, bool asked)
    {
        var before = remembered.Where(one => asked || one.IsLoaded || !one.IsSettled).Select(one => Processes.Find(one.Process)).ToList();
        var refusal = file switch
        {
            { NameHoldsIdentifier: true } => new LoadMessage("folder.name_holds_identifier", options.Name),
            _ when IsBeingWritten(file) => new LoadMessage("folder.being_written", file.Name, options.Name),
            _ => null,
        };
        if (refusal is not null)
        {
            // A file that is being written is only waited for; its name is told when it is asked for.
            var name = file.NameHoldsIdentifier ? options.Name : source;
            return asked || file.NameHoldsIdentifier ? before.DefaultIfEmpty(null).Select(process => ((ISource)new RefusedFile(Named(name), refusal), MappingOf(name, process))) : [];
        }

        var now = Remembered(file)?.Process;
        var processes = before.Append(now).Where(process => process is not null).Distinct().ToList();
        var one = new DropFile(this, file, Named(source));
        return processes.DefaultIfEmpty(null).Select(process => ((ISource)one, MappingOf(source, process)));
    }

    // By size and time only: who loads the file looks at its content.
    private FileFindings? Remembered(DroppedFile file)
    {
        if (findings.TryGetValue(file.Name, out var seen) && seen.Length == file.Length && seen.WrittenAt == file.WrittenAt)
        {
            return seen.Findings;
        }

        try
        {
            using var content = DropFile.OpenContent(file);
            return FindingsOf(file, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IEnumerable<DroppedFile> Present()
    {
        var folders = Processes.All.Select(process => Path.Combine(Incoming, process.Name)).Where(Directory.Exists).Prepend(Incoming);
        return
        [
            .. from folder in folders
               from file in new DirectoryInfo(folder).EnumerateFiles()
               where IsTable(file)
               orderby file.FullName
               select new DroppedFile(file.FullName, Path.GetRelativePath(Incoming, file.FullName).Replace('\\', '/'), file.Length, new DateTimeOffset(file.LastWriteTimeUtc)),
        ];
    }

    private static bool IsTable(FileInfo file) =>
        file.Name[0] is not ('.' or '~') && file.LinkTarget is null && !Unfinished.Contains(file.Extension.ToLowerInvariant())
        && file.Extension.ToLowerInvariant() is ".csv" or ".xlsx" or ".xls" or ".xlsm" or ".xlsb" or ".ods" or ".txt" or ".tsv";

    private bool IsBeingWritten(DroppedFile file) => (clock.GetUtcNow() - file.WrittenAt).Duration() < StillWritten;

    private SourceOptions Named(string source) => new()
    {
        Name = source,
        Kind = options.Kind,
        Connection = options.Connection,
        Mapping = options.Mapping,
        QuarantineThresholdPercent = options.QuarantineThresholdPercent,
        SuddenDropPercent = options.SuddenDropPercent,
        Tables = options.Tables,
    };
}
