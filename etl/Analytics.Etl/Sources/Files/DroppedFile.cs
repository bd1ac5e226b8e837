using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Privacy;

namespace Analytics.Etl.Sources.Files;

/// <summary>A file that lies in a drop folder.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Name">Path below the folder.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="WrittenAt">When it was last written.</param>
internal sealed record DroppedFile(string Path, string Name, long Length, DateTimeOffset WrittenAt)
{
    // The control database keeps names of 64 characters.
    private const int LongestSource = 64;

    /// <summary>True when the name holds twelve digits in a row, as a national identifier; such a name must not enter a database.</summary>
    public bool NameHoldsIdentifier => Pseudonyms.LooksLikeIdentifier(Name);

    /// <summary>Name of the file as a source. A long or strange name is cut and told apart by a few digits of its hash.</summary>
    public static string SourceName(string folder, string name)
    {
        var plain = string.Concat(name.Normalize(NormalizationForm.FormC).Select(letter => char.IsControl(letter) ? '_' : letter));
        var room = LongestSource - folder.Length - 1;
        if (plain == name && plain.Length <= room)
        {
            return $"{folder}/{plain}";
        }

        var tail = string.Create(CultureInfo.InvariantCulture, $"~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4))}{System.IO.Path.GetExtension(plain)}");
        var head = plain[..Math.Min(plain.Length, room - tail.Length)];
        return $"{folder}/{(char.IsHighSurrogate(head[^1]) ? head[..^1] : head)}{tail}";
    }
}
