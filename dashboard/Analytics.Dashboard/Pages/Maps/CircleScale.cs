namespace Analytics.Dashboard.Pages.Maps;

/// <summary>Circles whose area is proportional to the value. The greatest value of all years has the greatest circle, so that a circle means the same in every year.</summary>
/// <param name="Greatest">Greatest value, in the unit shown.</param>
/// <param name="Decimals">Decimals shown.</param>
public sealed record CircleScale(decimal Greatest, int Decimals)
{
    /// <summary>Radius of the greatest circle, in units of the picture: it stands free in a tile.</summary>
    public const double MostRadius = 26;

    /// <summary>Radius of a value's circle; nothing has none.</summary>
    public double Radius(decimal value) => Greatest <= 0 || value <= 0 ? 0 : Math.Round(MostRadius * Math.Sqrt((double)(value / Greatest)), 2);

    /// <summary>Up to three round values for the key, the greatest first.</summary>
    public IReadOnlyList<decimal> Samples()
    {
        if (Greatest <= 0)
        {
            return [];
        }

        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)Greatest)));
        var round = Math.Floor(Greatest / power) * power;
        return [.. new[] { round, round / 4, round / 20 }.Select(value => Math.Round(value, Decimals, MidpointRounding.AwayFromZero)).Where(value => value > 0).Distinct()];
    }
}
