using System.Buffers.Binary;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>PostgreSQL's numeric in binary: base-10000 digits. Only whole numbers are of use here.</summary>
internal static class PostgresNumeric
{
    private const long Limit = 9_000_000_000_000_000_000;

    public static Cell Parse(ReadOnlySpan<byte> bytes)
    {
        var digits = BinaryPrimitives.ReadInt16BigEndian(bytes);
        var weight = BinaryPrimitives.ReadInt16BigEndian(bytes[2..]);
        var sign = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        if (sign is not (0 or 0x4000) || weight > 4)
        {
            // NaN, infinity, or beyond 64 bits.
            return Cell.Fraction;
        }

        Int128 value = 0;
        for (var position = 0; position <= Math.Max(weight, digits - 1); position++)
        {
            var digit = position < digits ? BinaryPrimitives.ReadInt16BigEndian(bytes[(8 + position * 2)..]) : 0;
            if (position <= weight)
            {
                value = value * 10000 + digit;
            }
            else if (digit != 0)
            {
                return Cell.Fraction;
            }
        }

        return value > Limit ? Cell.Fraction : Cell.Integer((long)(sign == 0 ? value : -value));
    }
}
