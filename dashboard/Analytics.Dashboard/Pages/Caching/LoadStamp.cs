using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Etl.Loading;

namespace Analytics.Dashboard.Pages.Caching;

/// <summary>A short text that is another one after anything happened to a unit of loading; remembered for a second, as what needs attention is.</summary>
public sealed class LoadStamp(UnitLedger units, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private volatile Answer? last;

    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (last is { } answer && clock.GetElapsedTime(answer.ReadAt) < Remembered)
        {
            return answer.Stamp;
        }

        var readAt = clock.GetTimestamp();
        var stamp = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(await units.AllAsync(cancellationToken)))[..8]);
        last = new Answer(stamp, readAt);
        return stamp;
    }

    private sealed record Answer(string Stamp, long ReadAt);
}
