namespace Analytics.Etl.Demo.Social;

/// <summary>For which months of a year a family is paid. Aid is assigned for three months and then prolonged for three more, or not.</summary>
internal static class PaymentMonths
{
    private const int Assigned = 3;

    private static readonly int[] UsualStart = [10, 9, 8, 8, 8, 8, 8, 8, 9, 9, 8, 7];

    /// <summary>2019: the poverty line rose from 50 to 70 % of the subsistence minimum on 1 April.</summary>
    private static readonly int[] StartIn2019 = [10, 5, 6, 24, 19, 9, 6, 5, 5, 5, 4, 3];

    /// <param name="fromDecember">The family was paid in December and goes on; mostly without a break.</param>
    public static List<DateOnly> Pick(DemoRandom random, int year, int lastMonth, bool fromDecember)
    {
        var start = fromDecember && random.Chance(GoesOnInJanuary(year)) ? 1 : Start(random, year, lastMonth);
        var months = new List<DateOnly>();
        var end = AddSpell(random, months, year, start, lastMonth);
        if (end + 2 <= lastMonth && random.Chance(70))
        {
            AddSpell(random, months, year, random.Between(end + 2, lastMonth), lastMonth);
        }
        return months;
    }

    private static int Start(DemoRandom random, int year, int lastMonth) =>
        1 + random.Weighted((year == 2019 ? StartIn2019 : UsualStart).AsSpan(0, lastMonth));

    private static int AddSpell(DemoRandom random, List<DateOnly> months, int year, int start, int lastMonth)
    {
        var end = start + Assigned - 1;
        while (end < lastMonth && random.Chance(Prolonged(year, end + 1)))
        {
            end += Assigned;
        }
        end = Math.Min(end, lastMonth);
        for (var month = start; month <= end; month++)
        {
            months.Add(new DateOnly(year, month, 1));
        }
        return end;
    }

    /// <summary>Per mille. 2020 began with new rules, under which many families had to apply anew.</summary>
    private static int GoesOnInJanuary(int year) => year == 2020 ? 350 : 800;

    /// <summary>Chance, per mille, of being prolonged in a month. Without an application in Q2 to Q4 2020, the first half of 2021 and Q1 2022.</summary>
    private static int Prolonged(int year, int month) => (year, month) switch
    {
        (2019, _) => 600,
        (2020, _) => 590,
        (2021, <= 6) => 680,
        (2022, <= 3) => 600,
        _ => 540,
    };
}
