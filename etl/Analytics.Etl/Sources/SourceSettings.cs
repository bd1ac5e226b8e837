using System.Reflection;
using Analytics.Etl.Loading;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Sources;

/// <summary>Reads the section <c>Sources</c>. Bound as a list, an entry with a wrong value would be left out without a word, and a misspelt limit would not hold.</summary>
internal static class SourceSettings
{
    /// <exception cref="SourceException">A setting is misspelt or has a wrong value; the message names it.</exception>
    public static IReadOnlyCollection<SourceOptions> Read(IConfigurationSection sources) => [.. sources.GetChildren().Select(One)];

    private static SourceOptions One(IConfigurationSection source)
    {
        CheckNames(source, typeof(SourceOptions));
        foreach (var table in source.GetSection(nameof(SourceOptions.Tables)).GetChildren())
        {
            _ = Processes.Find(table.Key) ?? throw new SourceException(new("config.table_unknown", table.Path, string.Join(", ", Processes.All.Select(process => process.Name))));
            CheckNames(table, typeof(TableOptions));
        }

        if (source[nameof(SourceOptions.Kind)] is { } kind && !Enum.GetNames<SourceKind>().Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            throw new SourceException(new("config.kind_unknown", $"{source.Path}:Kind", kind));
        }

        try
        {
            return source.Get<SourceOptions>(static options => options.ErrorOnUnknownConfiguration = true) ?? new SourceOptions();
        }
        catch (InvalidOperationException exception)
        {
            // Within a table's limits what is wrong is said by the exception inside.
            var wrong = exception;
            while (wrong.InnerException is InvalidOperationException inner)
            {
                wrong = inner;
            }

            throw new SourceException(new("config.section_unreadable", source.Path, wrong.Message), exception);
        }
    }

    private static void CheckNames(IConfigurationSection section, Type type)
    {
        var names = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name).ToList();
        if (section.GetChildren().FirstOrDefault(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SourceException(new("config.setting_unknown", unknown.Path, string.Join(", ", names)));
        }
    }
}
