using System.Text;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Xunit;

namespace Analytics.UnitTests.Etl.Privacy;

public sealed class KeyedHashTests
{
    // Key alone is the platform's HMACSHA256; Keys is our own computation of eight at a time.
    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(65)]
    public void Keys_computed_together_are_those_computed_alone(int secretBytes)
    {
        var pseudonyms = new Pseudonyms([.. Enumerable.Range(0, secretBytes).Select(position => (byte)(position * 37))]);
        Cell[] identifiers =
        [
            .. Enumerable.Range(1, 80).Select(length => Text(new string('Қ', length))),
            .. Enumerable.Range(1, 80).Select(length => Text($" {new string('7', length)} ")),
            .. Enumerable.Range(-3, 7).Select(number => Cell.Integer(number * 880101300123)),
        ];
        var keys = new ulong[identifiers.Length];

        pseudonyms.Keys(PseudonymDomain.Household, identifiers, keys);

        Assert.Equal(identifiers.Select(Alone), keys);

        ulong Alone(Cell cell) => cell.Text is { } text
            ? pseudonyms.Key(PseudonymDomain.Household, text)
            : pseudonyms.Key(PseudonymDomain.Household, cell.Number);
    }

    private static Cell Text(string text) => Cell.OfText(Encoding.UTF8.GetBytes(text), 0);
}
