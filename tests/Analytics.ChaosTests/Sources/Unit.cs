namespace Analytics.ChaosTests.Sources;

/// <summary>A month of one table of one source.</summary>
public sealed record Unit(string Source, string Process, int Month)
{
    public const int Year = 2024;

    public string Period => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year}-{Month:00}");

    public override string ToString() => $"{Source}/{Process}/{Period}";
}
