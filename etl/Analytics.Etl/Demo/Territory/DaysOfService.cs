namespace Analytics.Etl.Demo.Territory;

/// <summary>Days on which something happens in a land unit.</summary>
internal static class DaysOfService
{
    /// <summary>
    /// A working day of the year on which the land is in the region. The first row of a unit and year (ordinal 0) falls into the
    /// second half of the year and the second into the first five months, so that both structures of 2022 have rows.
    /// </summary>
    public static DateOnly Pick(DemoRandom random, LandUnit unit, int year, int ordinal, DateOnly notBefore)
    {
        var first = new DateOnly(year, 1, 1);
        var last = unit.LastDayIn(year);
        var half = new DateOnly(year, 7, 1);
        if (ordinal == 0 && last > half)
        {
            first = half;
        }
        else if (ordinal == 1)
        {
            last = new DateOnly(year, 5, 31);
        }
        else if (notBefore > first && notBefore < last)
        {
            first = notBefore;
        }
        var day = first.AddDays(random.Below(last.DayNumber - first.DayNumber + 1));
        return Working(day, first, last);
    }

    private static DateOnly Working(DateOnly day, DateOnly first, DateOnly last)
    {
        var shift = day.DayOfWeek switch { DayOfWeek.Saturday => -1, DayOfWeek.Sunday => 1, _ => 0 };
        var moved = day.AddDays(shift);
        return moved >= first && moved <= last ? moved : day;
    }
}
