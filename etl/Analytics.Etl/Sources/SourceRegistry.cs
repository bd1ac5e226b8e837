using System.ComponentModel.DataAnnotations;
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

    /// <exception cref="SourceException">A source is configured wrongly; the message names it.</exception>
    public SourceRegistry(IReadOnlyCollection<SourceOptions> options, IConfiguration configuration)
    {
        if (options.GroupBy(source => source.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new SourceException($"Two sources are named {twice.Key}. Give each entry of Sources its own name.");
        }

        foreach (var one in options)
        {
            var wrong = new List<ValidationResult>();
            if (!Validator.TryValidateObject(one, new ValidationContext(one), wrong, validateAllProperties: true))
            {
                throw new SourceException($"The source {one.Name} is configured wrongly: {wrong[0].ErrorMessage}");
            }
        }

        sources = [.. options.Select(one => (Create(one, configuration), Mapping.In(one)))];
    }

    public IReadOnlyList<ISource> All => [.. sources.Select(source => source.Source)];

    /// <summary>Every source with every process it feeds; null arguments do not limit.</summary>
    public IEnumerable<(ISource Source, Mapping Mapping)> Feeds(string? source = null, string? process = null) =>
        from one in sources
        where source is null || one.Source.Name == source
        from mapping in one.Mappings
        where process is null || mapping.Process.Name == process
        select (one.Source, mapping);

    private static ISource Create(SourceOptions options, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString(options.Connection);
        if (string.IsNullOrEmpty(connection))
        {
            throw new SourceException($"The source {options.Name} names the connection {options.Connection}, which ConnectionStrings does not hold. Set it, for example by the environment variable ConnectionStrings__{options.Connection}.");
        }

        return options.Kind switch
        {
            SourceKind.Sqlite => new SqliteSource(options, connection),
            SourceKind.Postgresql => new PostgresSource(options, connection),
            SourceKind.Mysql => new MySqlSource(options, connection),
            SourceKind.Sqlserver => new SqlServerSource(options, connection),
            _ => throw new SourceException($"The source {options.Name} is of the kind {options.Kind}, which is not supported. Supported: sqlite, postgresql, mysql, mariadb, sqlserver."),
        };
    }
}
