namespace Analytics.Etl.Loading;

/// <summary>The nightly verification (section <c>Verification</c>).</summary>
public sealed class VerificationOptions
{
    /// <summary>When, in the office's time (Asia/Almaty): minute, hour, day, month, day of the week.</summary>
    public string Cron { get; set; } = "30 2 * * *";

    /// <summary>True to load a unit anew whose rows in the warehouse are not those that were verified.</summary>
    public bool Repair { get; set; } = true;
}
