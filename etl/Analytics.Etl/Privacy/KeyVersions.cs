using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Privacy;

/// <summary>Which secret the keys are made with, by the control database: another one in its place would part every family's years.</summary>
public sealed class KeyVersions(ControlDatabase control, PseudonymSecret secret, TimeProvider clock)
{
    /// <summary>Makes sure that this process uses the latest version, and the very secret that was used before.</summary>
    /// <exception cref="LoadException">It does not; the message tells what to do.</exception>
    public async Task RequireCurrentAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var latest = await context.SecretVersions.AsNoTracking().OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        if (latest is null || latest.Version < secret.Version)
        {
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO secret_version (version, check_value, first_used_at) VALUES ({(long)secret.Version}, {secret.CheckValue}, {clock.GetUtcNow().ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING",
                cancellationToken);
            latest = await context.SecretVersions.AsNoTracking().OrderByDescending(row => row.Version).FirstAsync(cancellationToken);
        }

        if (latest.Version > secret.Version)
        {
            throw new LoadException(new("secret.newer", latest.Version, secret.Version, PseudonymSecret.FileVariable));
        }

        if (latest.CheckValue != secret.CheckValue)
        {
            throw new LoadException(new("secret.other", latest.Version, PseudonymSecret.FileVariable));
        }
    }
}
