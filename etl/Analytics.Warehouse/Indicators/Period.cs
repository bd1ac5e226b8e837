using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Warehouse.Indicators;

/// <summary>
/// A period for which figures are published: a month, a quarter, or January to a month (half-year, nine months and
/// year are January to June, September and December). Codes: <c>2020</c>, <c>2020-06</c>, <c>2020Q2</c>, <c>2020-01..06</c>.
/// </summary>
/// <param name="Kind">Month, quarter or year to date.</param>
/// <param name="Year">Calendar year, 2000 to 2100.</param>
/// <param name="LastMonthNumber">Number of the last month, 1 to 12; of a quarter 3, 6, 9 or 12.</param>
public sealed partial record Period(PeriodKind Kind, int Year, int LastMonthNumber)
{
    public static Period OfYear(int year) => new(PeriodKind.YearToDate, year, 12);

    public static Period OfMonth(int year, int month) => new(PeriodKind.Month, year, month);

    public static Period OfQuarter(int year, int quarter) => new(PeriodKind.Quarter, year, quarter * 3);

    public static Period ToDate(int year, int month) => new(PeriodKind.YearToDate, year, month);

    public bool IsWholeYear => Kind == PeriodKind.YearToDate && LastMonthNumber == 12;

    public int FirstMonthNumber => Kind switch
    {
        PeriodKind.Month => LastMonthNumber,
        PeriodKind.Quarter => LastMonthNumber - 2,
        _ => 1,
    };

    /// <summary>Number of months.</summary>
    public int Months => LastMonthNumber - FirstMonthNumber + 1;

    /// <summary>True when the other is of the same kind and has the same months' number, so that the two can be compared.</summary>
    public bool IsLike(Period other) => Kind == other.Kind && Months == other.Months;

    public int Quarter => (LastMonthNumber + 2) / 3;

    public DateOnly FirstDay => new(Year, FirstMonthNumber, 1);

    /// <summary>Last day of the period; with <see cref="Kind"/> it is the period's key in the lattice.</summary>
    public DateOnly LastDay => new DateOnly(Year, LastMonthNumber, 1).AddMonths(1).AddDays(-1);

    /// <summary>The same months one year before.</summary>
    public Period LastYear => this with { Year = Year - 1 };

    /// <summary>The period of the same length just before; of a year to date the same months one year before.</summary>
    public Period Previous => Kind switch
    {
        PeriodKind.Month => LastMonthNumber == 1 ? OfMonth(Year - 1, 12) : OfMonth(Year, LastMonthNumber - 1),
        PeriodKind.Quarter => Quarter == 1 ? OfQuarter(Year - 1, 4) : OfQuarter(Year, Quarter - 1),
        _ => LastYear,
    };

    /// <summary>The code used in addresses, commands and the API.</summary>
    public string Code => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{LastMonthNumber:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Quarter}"),
        _ when LastMonthNumber == 12 => Year.ToString("0000", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-01..{LastMonthNumber:00}"),
    };

    /// <summary>Reads a code; false for anything that is not one of the four forms within 2000–2100.</summary>
    public static bool TryParse(string? code, out Period period)
    {
        period = OfYear(2000);
        var match = Form().Match(code ?? "");
        if (!match.Success)
        {
            return false;
        }

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var year = Number("year");
        if (year is < 2000 or > 2100)
        {
            return false;
        }

        period = match switch
        {
            _ when match.Groups["to"].Success => ToDate(year, Number("to")),
            _ when match.Groups["month"].Success => OfMonth(year, Number("month")),
            _ when match.Groups["quarter"].Success => OfQuarter(year, Number("quarter")),
            _ => OfYear(year),
        };
        return true;
    }

    public override string ToString() => Code;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:-01\.\.(?<to>0[1-9]|1[0-2])|-(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4]))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
