using System.Globalization;

namespace Analytics.Etl.Demo.People;

/// <summary>
/// Numbers in the form of the national one: YYMMDD, a digit for century and sex, four digits of serial, one control digit. The
/// control digit is wrong on purpose, so that no number here can be that of a living person.
/// </summary>
internal sealed class NationalNumbers(int replica, int scale)
{
    private readonly Dictionary<(DateOnly BirthDate, bool Male), int> _issued = [];

    /// <summary>The next number of the day of birth and sex; replicas take turns in the serials, so no two share one.</summary>
    public string Next(DateOnly birthDate, bool male)
    {
        var issued = _issued.GetValueOrDefault((birthDate, male));
        _issued[(birthDate, male)] = issued + 1;
        var serial = (issued * scale) + replica;
        if (serial > 9_999)
        {
            throw new InvalidOperationException($"No national number is left for births of one day at scale {scale}.");
        }
        var century = (birthDate.Year >= 2000 ? 5 : 3) + (male ? 0 : 1);
        var digits = string.Create(CultureInfo.InvariantCulture, $"{birthDate:yyMMdd}{century}{serial:D4}");
        return digits + (char)('0' + ((Control(digits) + 1) % 10));
    }

    private static int Control(string digits)
    {
        var first = WeightedSum(digits, 0) % 11;
        return first < 10 ? first : WeightedSum(digits, 2) % 11;
    }

    private static int WeightedSum(string digits, int shift)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (((i + shift) % 11) + 1);
        }
        return sum;
    }
}
