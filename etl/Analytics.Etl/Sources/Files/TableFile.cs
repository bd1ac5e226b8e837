namespace Analytics.Etl.Sources.Files;

/// <summary>Opens a file of tables by what it is: workbooks begin with their mark, whatever they are called.</summary>
internal static class TableFile
{
    /// <summary>Largest file that is read.</summary>
    public const long LargestFile = 200L << 20;

    /// <exception cref="FileException">It is no table, or too large.</exception>
    public static ITableFile Open(Stream content, string name)
    {
        if (content.Length > LargestFile)
        {
            throw new FileException("file_too_large", null, LargestFile >> 20);
        }

        if (content.Length == 0)
        {
            throw new FileException("file_empty");
        }

        content.Position = 0;
        Span<byte> start = stackalloc byte[4];
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..length] is [0x50, 0x4B, ..] or [0xD0, 0xCF, 0x11, 0xE0] || !IsText(name)
            ? new XlsxFile(content)
            : new CsvFile(content);
    }

    private static bool IsText(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".tsv" or ".txt";
}
