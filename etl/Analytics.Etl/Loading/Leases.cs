using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Loading;

/// <summary>Leases in the control database, by its clock. A lease that is not renewed ends by itself, so a killed worker blocks nothing for long.</summary>
public sealed class Leases(ControlDatabase control, LoadingOptions options)
{
    private static readonly string Holder = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>How long a lease lasts.</summary>
    public TimeSpan Duration { get; } = TimeSpan.FromSeconds(options.LeaseSeconds);

    /// <summary>How often it is prolonged.</summary>
    public TimeSpan RenewEvery => Duration / 6;

    /// <summary>A lease of the name, or null while somebody else has it.</summary>
    public async Task<Lease?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        var token = await control.NextNumberAsync("load", cancellationToken);
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        var taken = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO lease (name, holder, token, expires_at) VALUES ({name}, {Holder}, {token}, {(now + Duration).ToUnixTimeMilliseconds()})
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, token = excluded.token, expires_at = excluded.expires_at
            WHERE lease.expires_at < {now.ToUnixTimeMilliseconds()}
            """,
            // Cancelled here, the lease could be taken without anybody knowing.
            CancellationToken.None);
        return taken == 1 ? new Lease(name, token) : null;
    }

    /// <summary>Prolongs a lease; false when it has passed to somebody else, and the work must stop.</summary>
    public async Task<bool> RenewAsync(Lease lease, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await HoldAsync(context, lease, cancellationToken);
    }

    /// <summary>Prolongs a lease inside a transaction: until that ends, nobody can take the lease over.</summary>
    internal async Task<bool> HoldAsync(ControlContext context, Lease lease, CancellationToken cancellationToken)
    {
        var until = await control.NowAsync(cancellationToken) + Duration;
        return await context.Leases
            .Where(row => row.Name == lease.Name && row.Token == lease.Token)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, until), cancellationToken) == 1;
    }

    /// <summary>Ends a lease. When the control database is away it ends by itself, which is no reason to fail.</summary>
    public async Task ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await control.OpenAsync(cancellationToken);
            await context.Leases.Where(row => row.Name == lease.Name && row.Token == lease.Token).ExecuteDeleteAsync(cancellationToken);
        }
        catch (Exception exception) when (ControlFailure.Is(exception) || exception is TimeoutException or IOException)
        {
        }
    }

    /// <summary>Ends all leases; called when a data directory has a new owner, who knows that no other process works on it.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        await context.Leases.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Names of the leases that somebody holds now.</summary>
    public async Task<IReadOnlySet<string>> LiveNamesAsync(CancellationToken cancellationToken) =>
        (await LiveAsync(cancellationToken)).Select(lease => lease.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>All leases that have not ended.</summary>
    public async Task<IReadOnlyList<Lease>> LiveAsync(CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Leases.Where(row => row.ExpiresAt >= now).Select(row => new Lease(row.Name, row.Token)).ToListAsync(cancellationToken);
    }
}
