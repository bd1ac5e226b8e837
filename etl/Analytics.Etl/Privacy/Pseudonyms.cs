using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Etl.Privacy;

/// <summary>
/// Keys that stand for people and households: the first 64 bits of HMAC-SHA256 over the domain and the identifier, with a
/// secret that lies outside every database. The same identifier gives the same key in every source.
/// </summary>
public sealed class Pseudonyms(byte[] secret)
{
    /// <summary>Key of an identifier in text; blanks around it do not count.</summary>
    public ulong Key(PseudonymDomain domain, string identifier)
    {
        Span<byte> message = stackalloc byte[1 + Encoding.UTF8.GetMaxByteCount(Math.Min(identifier.Length, 100))];
        message = identifier.Length <= 100 ? message : new byte[1 + Encoding.UTF8.GetMaxByteCount(identifier.Length)];
        message[0] = (byte)domain;
        var length = Encoding.UTF8.GetBytes(identifier.AsSpan().Trim(), message[1..]);
        return Hash(message[..(1 + length)]);
    }

    /// <summary>Key of an identifier that is a number: the same as of its decimal digits.</summary>
    public ulong Key(PseudonymDomain domain, long identifier)
    {
        Span<byte> message = stackalloc byte[24];
        message[0] = (byte)domain;
        identifier.TryFormat(message[1..], out var length, default, CultureInfo.InvariantCulture);
        return Hash(message[..(1 + length)]);
    }

    /// <summary>True when a text holds twelve digits in a row, as a national identifier (ИИН) does.</summary>
    public static bool LooksLikeIdentifier(string text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits == 12)
            {
                return true;
            }
        }

        return false;
    }

    private ulong Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(secret, message, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
