using System.Text;

namespace Analytics.Etl.Sources;

/// <summary>A cell of a source row, before any rule was asked.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Number">A whole number, the days since 2000-01-01, or of text the number that the source's dialect makes of it.</param>
/// <param name="Text">Text; bytes that are no UTF-8 appear as U+FFFD.</param>
public readonly record struct Cell(CellKind Kind, long Number, string? Text)
{
    /// <summary>The day from which dates are counted.</summary>
    public static readonly DateOnly Epoch = new(2000, 1, 1);

    public static Cell Null => default;

    public static Cell Fraction => new(CellKind.Fraction, 0, null);

    public static Cell ImpossibleDate => new(CellKind.ImpossibleDate, 0, null);

    public static Cell Integer(long number) => new(CellKind.Integer, number, null);

    /// <summary>
    /// The cell as the whole number that enters the fingerprint. Every dialect computes the same in SQL:
    /// null is −3, a number that is not whole −2, an impossible day −1, text a hash of its bytes.
    /// </summary>
    public long FingerprintNumber => Kind switch
    {
        CellKind.Null => -3,
        CellKind.Fraction => -2,
        CellKind.ImpossibleDate => -1,
        _ => Number,
    };

    /// <summary>Text, with the hash that the dialect makes of its bytes.</summary>
    public static Cell OfText(ReadOnlySpan<byte> bytes, long hash) => new(CellKind.Text, hash, Encoding.UTF8.GetString(bytes));
}
