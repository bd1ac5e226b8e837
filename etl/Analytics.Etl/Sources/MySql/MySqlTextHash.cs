namespace Analytics.Etl.Sources.MySql;

/// <summary>
/// Two CRC-32 of a text's bytes, forwards and backwards, as one number of 60 bits. Both servers compute a CRC-32 with the
/// processor's own instruction; an MD5 as a number takes them half as long again over the whole statement. A text that was
/// changed on purpose to fool it would have to be changed in the office's own database.
/// </summary>
internal static class MySqlTextHash
{
    private static readonly uint[] Table = Remainders();

    /// <summary>The same of an expression whose value are bytes; null stays null.</summary>
    public static string Sql(string bytes) => $"CAST((crc32({bytes}) << 28) ^ crc32(reverse({bytes})) AS SIGNED)";

    public static long Of(ReadOnlySpan<byte> bytes)
    {
        var (forwards, backwards) = (uint.MaxValue, uint.MaxValue);
        for (var position = 0; position < bytes.Length; position++)
        {
            forwards = Table[(byte)(forwards ^ bytes[position])] ^ (forwards >> 8);
            backwards = Table[(byte)(backwards ^ bytes[^(position + 1)])] ^ (backwards >> 8);
        }

        return ((long)~forwards << 28) ^ ~backwards;
    }

    private static uint[] Remainders()
    {
        var table = new uint[256];
        for (var number = 0u; number < table.Length; number++)
        {
            var remainder = number;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ ((remainder & 1) * 0xEDB88320);
            }

            table[number] = remainder;
        }

        return table;
    }
}
