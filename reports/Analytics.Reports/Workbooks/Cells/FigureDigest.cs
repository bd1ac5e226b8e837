using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>A hash of figures: the same for two workbooks that hold the same figures in whatever language, and another when one digit differs.</summary>
internal static class FigureDigest
{
    /// <summary>SHA-256, in hexadecimal, of the lines <c>indicator;territory;period;state;numerator;denominator</c> of all figures in their order.</summary>
    public static string Of(IEnumerable<IndicatorAnswer> answers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var answer in answers)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{answer.Query.Boundaries.Code()};{answer.Query.Category.Code()};{answer.Query.Aid.Code()};{answer.Query.Audience.Code()}\n"));
            foreach (var value in answer.Values)
            {
                Append(value, answer.Query.Period, value.Figure);
                if (value.LastYear is { } lastYear)
                {
                    Append(value, answer.Query.Period.LastYear, lastYear);
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(IndicatorValue value, Period period, Figure figure) => hash.AppendData(Encoding.UTF8.GetBytes(
            $"{value.Indicator.Code};{value.Territory.Slug};{period.Code};{figure.State.Code()};{Digits(figure.Numerator)};{Digits(figure.Denominator)}\n"));
    }

    // Without zeros at the end: 12 and 12.00 are one figure.
    private static string Digits(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
