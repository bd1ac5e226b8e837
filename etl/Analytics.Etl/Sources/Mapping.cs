using System.Text.RegularExpressions;
using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources;

/// <summary>The SELECT of one source for one business process, with the process whose contract it keeps.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Process">Business process.</param>
/// <param name="Sql">Text of the mapping file.</param>
public sealed partial record Mapping(string Source, Process Process, string Sql)
{
    /// <summary>All mapping files of a source: a file is named after its process.</summary>
    /// <exception cref="SourceException">The folder is missing, or a file is named after no process.</exception>
    public static IReadOnlyList<Mapping> In(SourceOptions source)
    {
        var folder = Path.IsPathRooted(source.Mapping) ? source.Mapping : Path.Combine(AppContext.BaseDirectory, "Mappings", source.Mapping);
        if (!Directory.Exists(folder))
        {
            throw new SourceException(new("config.mapping_folder", folder, source.Name));
        }

        var mappings = new List<Mapping>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var process = Processes.Find(name) ?? throw new SourceException(
                new("config.mapping_unknown", file, source.Name, string.Join(", ", Processes.All.Select(one => one.Name))));
            var sql = File.ReadAllText(file).Trim().TrimEnd(';');
            mappings.Add(new Mapping(source.Name, WithoutMissing(process, sql), sql));
        }

        return mappings;
    }

    /// <summary>
    /// The process without the columns that the mapping may leave out and does not name: a mapping written before they came into
    /// the contract stays good. Its text decides, not the source: <c>SELECT *</c> names none.
    /// </summary>
    internal static Process WithoutMissing(Process process, string sql)
    {
        var code = Comment().Replace(sql, " ");
        var columns = process.Columns.Where(column => !column.MayBeMissing || Regex.IsMatch(code, $@"\b{column.Name}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)).ToList();
        return columns.Count == process.Columns.Count ? process : process with { Columns = columns };
    }

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
