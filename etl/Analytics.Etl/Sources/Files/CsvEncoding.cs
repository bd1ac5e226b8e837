using System.Text;
using System.Text.Unicode;

namespace Analytics.Etl.Sources.Files;

/// <summary>Finds the encoding of a text: by its mark, else UTF-8 when all of it is, else windows-1251.</summary>
internal static class CsvEncoding
{
    public static Encoding Of(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[1 << 16];
        var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        switch (buffer.AsSpan(0, length))
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode;
            case var start when start[..Math.Min(length, 512)].Count((byte)0) is > 0 and var zeros:
                // Without a mark, letters of ASCII tell by their zeros; a text has none otherwise.
                return zeros * 8 > Math.Min(length, 512) && length >= 2 ? buffer[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode : throw new FileException("not_a_table");
            default:
                return IsUtf8(content, buffer, length) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        }
    }

    private static bool IsUtf8(Stream content, byte[] buffer, int length)
    {
        while (length > 0)
        {
            // A letter may be cut by the buffer's end: the last one is put before the next part.
            var whole = length;
            while (whole > 0 && whole > length - 4 && (buffer[whole - 1] & 0xC0) == 0x80)
            {
                whole--;
            }

            whole -= whole > 0 && buffer[whole - 1] >= 0xC0 ? 1 : 0;

            var isLast = content.Position == content.Length;
            if (!Utf8.IsValid(buffer.AsSpan(0, isLast ? length : whole)))
            {
                return false;
            }

            if (isLast)
            {
                return true;
            }

            buffer.AsSpan(whole, length - whole).CopyTo(buffer);
            var kept = length - whole;
            length = kept + content.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
        }

        return true;
    }
}
