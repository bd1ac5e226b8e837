namespace Analytics.Warehouse.Forecasts;

/// <summary>Student's t distribution for whole degrees of freedom, in closed form (Abramowitz and Stegun, 26.7.3 and 26.7.4).</summary>
internal static class StudentT
{
    /// <summary>Probability that a value is at most <paramref name="t"/>.</summary>
    public static double AtMost(double t, int freedom) => 0.5 + (Math.Sign(t) * Within(Math.Abs(t), freedom) / 2);

    /// <summary>Probability that a value lies between −t and t.</summary>
    public static double Within(double t, int freedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(freedom));
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = freedom % 2 == 1;
        var sum = 0.0;
        var term = isOdd ? cosine : 1;
        for (var power = isOdd ? 1 : 0; power <= freedom - 2; power += 2)
        {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }

        return isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }

    /// <summary>The t whose span from −t to t holds a share of all values, 0 to 1.</summary>
    public static double Quantile(double level, int freedom)
    {
        var (low, high) = (0.0, 1.0);
        while (Within(high, freedom) < level)
        {
            high *= 2;
        }

        for (var halving = 0; halving < 80; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, freedom) < level ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
