namespace Analytics.Etl.Sources.Files;

/// <summary>The form of the files that tell how people write things: <c>ours: theirs | theirs | theirs</c>, one a line; # begins a remark.</summary>
internal static class ColumnsFile
{
    /// <exception cref="SourceException">A line has no colon or nothing after it.</exception>
    public static IEnumerable<(string Key, string[] Variants)> Read(IEnumerable<string> lines, string file)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var variants = colon < 0 ? [] : text[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (variants.Length == 0)
            {
                throw new SourceException(new("folder.line", number, file));
            }

            yield return (text[..colon].Trim(), variants);
        }
    }
}
