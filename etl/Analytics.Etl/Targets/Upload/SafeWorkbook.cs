using System.IO.Compression;
using Analytics.Etl.Sources.Files;

namespace Analytics.Etl.Targets.Upload;

/// <summary>Refuses files that a stranger could do harm with, before anything of them is read as a table.</summary>
internal static class SafeWorkbook
{
    /// <summary>Largest file, in bytes.</summary>
    public const long LargestFile = 10L << 20;

    private const long LargestUnpacked = 100L << 20;
    private const int MostParts = 2_000;

    /// <summary>The name of the rule that the file breaks, or null.</summary>
    public static string? Refuse(Stream content)
    {
        if (content.Length > LargestFile)
        {
            return "file_too_large";
        }

        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        if (content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < 4 || !start.SequenceEqual("PK\u0003\u0004"u8))
        {
            // Old and encrypted workbooks have sentences of their own.
            return start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? null : "not_xlsx";
        }

        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count > MostParts || UnpacksTooLarge(archive) ? "unpacks_too_large"
                : archive.Entries.Any(IsMacro) ? "macro"
                : archive.Entries.Any(entry => entry.FullName.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase)) ? "external_links"
                : null;
        }
        catch (InvalidDataException exception)
        {
            throw new FileException("xlsx_broken", exception);
        }
    }

    private static bool IsMacro(ZipArchiveEntry entry) =>
        Path.GetFileName(entry.FullName).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase);

    // What the file says of its sizes may be a lie: it is unpacked and counted.
    private static bool UnpacksTooLarge(ZipArchive archive)
    {
        var left = LargestUnpacked;
        var buffer = new byte[81_920];
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
