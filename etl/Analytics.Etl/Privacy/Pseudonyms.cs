using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Privacy;

/// <summary>
/// Keys that stand for people and households: the first 64 bits of HMAC-SHA256 over the domain and the identifier, with a
/// secret that lies outside every database. The same identifier gives the same key in every source.
/// </summary>
public sealed class Pseudonyms(byte[] secret)
{
    private readonly KeyedHash keyed = new(secret);

    /// <summary>Key of an identifier in text; blanks around it do not count.</summary>
    public ulong Key(PseudonymDomain domain, string identifier)
    {
        var trimmed = identifier.AsSpan().Trim();
        var message = new byte[1 + Encoding.UTF8.GetByteCount(trimmed)];
        message[0] = (byte)domain;
        Encoding.UTF8.GetBytes(trimmed, message.AsSpan(1));
        return BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(secret, message));
    }

    /// <summary>Key of an identifier that is a number: the same as of its decimal digits.</summary>
    public ulong Key(PseudonymDomain domain, long identifier) => Key(domain, identifier.ToString(CultureInfo.InvariantCulture));

    /// <summary>Keys of many identifiers, computed together; what is neither text nor a number has none.</summary>
    public void Keys(PseudonymDomain domain, ReadOnlySpan<Cell> identifiers, Span<ulong> keys)
    {
        Span<uint> words = stackalloc uint[16 * KeyedHash.Lanes];
        Span<ulong> hashes = stackalloc ulong[KeyedHash.Lanes];
        Span<int> positions = stackalloc int[KeyedHash.Lanes];
        Span<byte> block = stackalloc byte[64];
        block[0] = (byte)domain;
        var lanes = 0;
        for (var position = 0; position < identifiers.Length; position++)
        {
            if (TryWrite(identifiers[position], block[1..KeyedHash.LongestMessage], out var length))
            {
                positions[lanes] = position;
                KeyedHash.Put(words, lanes++, block, 1 + length);
            }
            else if (identifiers[position] is { Kind: CellKind.Text, Text: { } text })
            {
                keys[position] = Key(domain, text);
            }

            if (lanes == KeyedHash.Lanes || (lanes > 0 && position == identifiers.Length - 1))
            {
                keyed.Compute(words, hashes);
                for (var lane = 0; lane < lanes; lane++)
                {
                    keys[positions[lane]] = hashes[lane];
                }

                lanes = 0;
            }
        }
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

    private static bool TryWrite(Cell identifier, Span<byte> message, out int length)
    {
        length = 0;
        return identifier.Kind switch
        {
            CellKind.Integer => identifier.Number.TryFormat(message, out length, default, CultureInfo.InvariantCulture),
            CellKind.Text => Encoding.UTF8.TryGetBytes(identifier.Text.AsSpan().Trim(), message, out length),
            _ => false,
        };
    }
}
