using System.Globalization;

namespace Analytics.Etl.Sources;

/// <summary>How far another machine's clock is from this one's.</summary>
public static class ClockSkew
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Harmful = TimeSpan.FromSeconds(60);

    /// <param name="theirs">Whose clock, for the reader.</param>
    /// <param name="clock">This machine's clock.</param>
    /// <param name="ask">Asks the other for its time.</param>
    public static async Task<SourceFinding> AskAsync(string theirs, TimeProvider clock, Func<Task<DateTimeOffset>> ask)
    {
        var before = clock.GetUtcNow();
        var there = await ask();
        return Of(theirs, there - (before + ((clock.GetUtcNow() - before) / 2)));
    }

    /// <summary>What an offset means; positive when the other clock is ahead.</summary>
    public static SourceFinding Of(string theirs, TimeSpan ahead)
    {
        var seconds = Math.Abs(ahead.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        var told = $"the clock of {theirs} is {seconds} s {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} this machine's; let both follow one time server";
        return ahead.Duration() switch
        {
            var skew when skew > Harmful => new SourceFinding(FindingLevel.Wrong, told),
            var skew when skew > Noticeable => new SourceFinding(FindingLevel.Note, told),
            _ => new SourceFinding(FindingLevel.Ok, $"the clock of {theirs} agrees with this machine's"),
        };
    }
}
