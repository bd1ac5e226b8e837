using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>The mapping folder of a drop folder: <c>{process}.columns</c> for every process that it feeds, and <c>words.columns</c>.</summary>
internal sealed class DropFolderMapping
{
    private DropFolderMapping(IReadOnlyList<FileMapping> processes, IReadOnlyDictionary<string, string> words)
    {
        Processes = processes;
        Words = words;
    }

    public IReadOnlyList<FileMapping> Processes { get; }

    /// <summary>Code of the contract by folded word: <c>многодетная</c> is <c>large_family</c>.</summary>
    public IReadOnlyDictionary<string, string> Words { get; }

    /// <exception cref="SourceException">The folder is missing, or a file in it is not understood.</exception>
    public static DropFolderMapping In(SourceOptions source)
    {
        var folder = Path.IsPathRooted(source.Mapping) ? source.Mapping : Path.Combine(AppContext.BaseDirectory, "Mappings", source.Mapping);
        if (!Directory.Exists(folder))
        {
            throw new SourceException(new("folder.mapping_folder", folder, source.Name));
        }

        var processes = new List<FileMapping>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.columns").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name == "words")
            {
                foreach (var (code, variants) in ColumnsFile.Read(File.ReadLines(file), file))
                {
                    words[Spelling.Fold(code)] = code;
                    foreach (var variant in variants)
                    {
                        words[Spelling.Fold(variant)] = code;
                    }
                }

                continue;
            }

            var process = Loading.Processes.Find(name) ?? throw new SourceException(
                new("config.mapping_unknown", file, source.Name, string.Join(", ", Loading.Processes.All.Select(one => one.Name))));
            processes.Add(FileMapping.Parse(process, File.ReadLines(file), file));
        }

        return processes.Count > 0
            ? new DropFolderMapping(processes, words)
            : throw new SourceException(new("folder.mapping_empty", folder, source.Name));
    }
}
