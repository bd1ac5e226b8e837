using System.ComponentModel.DataAnnotations;
using Analytics.Etl.Sources.Files;
using Analytics.Etl.Sources.MySql;
using Analytics.Etl.Sources.Postgres;
using Analytics.Etl.Sources.Sqlite;
using Analytics.Etl.Sources.SqlServer;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Sources;

/// <summary>The sources of the configuration, each with its mappings.</summary>
public sealed class SourceRegistry
{
    private readonly List<(ISource Source, IReadOnlyList<Mapping> Mappings)> sources;
    private readonly List<DropFolder> folders;

    /// <param name="options">Section <c>Sources</c>.</param>
    /// <param name="configuration">Holds the connection strings.</param>
    /// <param name="knownFiles">Files of drop folders that were loaded before, by the beginning of their names; none when there is no ledger.</param>
    /// <param name="clock">Clock.</param>
    /// <exception cref="SourceException">A source is configured wrongly; the message names it.</exception>
    public SourceRegistry(
        IReadOnlyCollection<SourceOptions> options, IConfiguration configuration, Func<string, IReadOnlyList<KnownFile>>? knownFiles = null, TimeProvider? clock = null)
    {
        if (options.GroupBy(source => source.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new SourceException(new("config.named_twice", twice.Key));
        }

        foreach (var one in options)
        {
            var wrong = new List<ValidationResult>();
            if (!Validator.TryValidateObject(one, new ValidationContext(one), wrong, validateAllProperties: true))
            {
                throw new SourceException(new("config.wrong", one.Name, wrong[0].ErrorMessage ?? ""));
            }
        }

        sources = [.. options.Where(one => one.Kind != SourceKind.Folder).Select(one => (Create(one, configuration), Mapping.In(one)))];
        folders = [.. options.Where(one => one.Kind == SourceKind.Folder).Select(one => DropFolder.Of(one, ConnectionOf(one, configuration), knownFiles ?? (static _ => []), clock ?? TimeProvider.System))];
    }

    /// <summary>Names of all sources of the configuration.</summary>
    public IReadOnlyList<string> Names => [.. sources.Select(source => source.Source.Name), .. folders.Select(folder => folder.Options.Name)];

    /// <summary>Every source with every process it feeds; null arguments do not limit. Of a drop folder every file is a source of its own, and the folder's name stands for all.</summary>
    public IEnumerable<(ISource Source, Mapping Mapping)> Feeds(string? source = null, string? process = null) =>
        (from one in sources
         where source is null || one.Source.Name == source
         from mapping in one.Mappings
         where process is null || mapping.Process.Name == process
         select (one.Source, mapping))
        .Concat(
            from folder in folders
            where source is null || folder.Has(source)
            from feed in folder.Feeds(source)
            where process is null || feed.Mapping.Process.Name == process
            select feed);

    private static ISource Create(SourceOptions options, IConfiguration configuration)
    {
        var connection = ConnectionOf(options, configuration);
        try
        {
            return Create(options, connection);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new SourceException(new("config.connection_unreadable", options.Connection, options.Name, exception.Message.TrimEnd('.')), exception);
        }
    }

    private static ISource Create(SourceOptions options, string connection) =>
        options.Kind switch
        {
            SourceKind.Sqlite => new SqliteSource(options, connection),
            SourceKind.Postgresql => new PostgresSource(options, connection),
            SourceKind.Mysql => new MySqlSource(options, connection),
            SourceKind.Sqlserver => new SqlServerSource(options, connection),
            _ => throw new SourceException(new("config.kind", options.Name, options.Kind.ToString())),
        };

    private static string ConnectionOf(SourceOptions options, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString(options.Connection);
        if (string.IsNullOrEmpty(connection))
        {
            throw new SourceException(new("config.connection", options.Name, options.Connection));
        }

        return connection;
    }
}
