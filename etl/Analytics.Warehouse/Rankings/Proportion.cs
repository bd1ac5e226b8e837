namespace Analytics.Warehouse.Rankings;

/// <summary>A share of cases, with the doubt that comes of their number. Shares are in percent, 0 to 100.</summary>
/// <param name="Cases">Cases that count, 0 to <paramref name="Base"/>.</param>
/// <param name="Base">All cases, above zero.</param>
public readonly record struct Proportion(decimal Cases, decimal Base)
{
    /// <summary>Standard deviations on either side that hold 95 % of what chance does.</summary>
    public const double Likely = 1.959963984540054;

    /// <summary>Those that hold 99.8 %.</summary>
    public const double NearlySure = 3.090232306167813;

    /// <summary>Where the share that the cases were drawn from lies with 95 % confidence (Wilson's score interval).</summary>
    public (double Low, double High) Interval()
    {
        var (n, share, square) = ((double)Base, (double)(Cases / Base), Likely * Likely);
        var middle = (share + (square / (2 * n))) / (1 + (square / n));
        var half = Likely / (1 + (square / n)) * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n)));
        return (100 * Math.Max(0, middle - half), 100 * Math.Min(1, middle + half));
    }

    /// <summary>Between which shares chance alone would put a unit of this base, were it like the whole (a funnel plot's limits).</summary>
    /// <param name="whole">Share of the whole, in percent.</param>
    /// <param name="deviations"><see cref="Likely"/> or <see cref="NearlySure"/>.</param>
    public (double Low, double High) Limits(decimal whole, double deviations)
    {
        var share = (double)whole / 100;
        var half = deviations * Math.Sqrt(share * (1 - share) / (double)Base);
        return (100 * Math.Max(0, share - half), 100 * Math.Min(1, share + half));
    }
}
