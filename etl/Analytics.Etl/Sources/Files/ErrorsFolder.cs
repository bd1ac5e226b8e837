using System.Collections.Concurrent;
using System.Globalization;

namespace Analytics.Etl.Sources.Files;

/// <summary>
/// The copies of files with their bad cells marked. A copy holds personal data as its file does: only the program's own account
/// may read it, and it is removed when the file has come without errors.
/// </summary>
internal sealed class ErrorsFolder(string path)
{
    private readonly ConcurrentDictionary<string, string> written = new(StringComparer.Ordinal);

    public static string NameOf(DroppedFile file) => file.Name + ".errors.xlsx";

    /// <summary>Writes the copy of a file with errors, unless it is there, and removes that of a file without.</summary>
    public void Keep(DroppedFile file, Stream content, FileFindings found)
    {
        var copy = Path.Combine(path, NameOf(file));
        if (found.ErrorCount == 0)
        {
            if (File.Exists(copy))
            {
                File.Delete(copy);
            }

            written.TryRemove(file.Name, out _);
            return;
        }

        var state = string.Create(CultureInfo.InvariantCulture, $"{found.Hash} {found.ErrorCount} {found.Fatal?.Rule}");
        if (written.GetValueOrDefault(file.Name) == state && File.Exists(copy))
        {
            return;
        }

        Make(Path.GetDirectoryName(copy)!);
        var unfinished = Path.Combine(Path.GetDirectoryName(copy)!, $".{Guid.NewGuid():N}.part");
        try
        {
            using (var target = Create(unfinished))
            {
                ErrorsCopy.Write(file, content, found, target);
            }

            File.Move(unfinished, copy, overwrite: true);
            written[file.Name] = state;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }
}
