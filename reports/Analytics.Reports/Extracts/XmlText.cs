using System.Buffers;
using System.Text;

namespace Analytics.Reports.Extracts;

/// <summary>Text within XML: what has a meaning there is escaped, what may not stand there is left out.</summary>
internal static class XmlText
{
    /// <summary>Most characters that a cell holds.</summary>
    public const int Longest = 32_767;

    public static void Write(ArrayBufferWriter<byte> buffer, string text)
    {
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    buffer.Write("&amp;"u8);
                    break;
                case '<':
                    buffer.Write("&lt;"u8);
                    break;
                case '>':
                    buffer.Write("&gt;"u8);
                    break;
                case '"':
                    buffer.Write("&quot;"u8);
                    break;
                case '\r':
                    buffer.Write("&#13;"u8);
                    break;
                case < 0x20 and not ('\t' or '\n') or 0xFFFE or 0xFFFF:
                    break;
                default:
                    buffer.Advance(rune.EncodeToUtf8(buffer.GetSpan(4)));
                    break;
            }
        }
    }
}
