using Analytics.Etl.Alerts;

namespace Analytics.Dashboard.Pages;

/// <summary>Reads what needs attention; remembered for a second, as the publication is.</summary>
public sealed class AttentionReader(AlertLedger alerts, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private volatile Answer? last;

    public async Task<Attention> ReadAsync(CancellationToken cancellationToken)
    {
        if (last is { } answer && clock.GetElapsedTime(answer.ReadAt) < Remembered)
        {
            return answer.Attention;
        }

        var readAt = clock.GetTimestamp();
        var attention = Attention.Of(await alerts.OpenAsync(cancellationToken));
        last = new Answer(attention, readAt);
        return attention;
    }

    private sealed record Answer(Attention Attention, long ReadAt);
}
