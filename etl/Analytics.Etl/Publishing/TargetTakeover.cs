using System.Globalization;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Publishing;

/// <summary>
/// Takes the plans of the sources over into the ledger when a publication is made: what is new becomes a version that this and later
/// publications have, and what the source no longer says stays in the history of those before.
/// </summary>
public sealed class TargetTakeover(WarehouseConnection warehouse, ControlDatabase control, TimeProvider clock)
{
    /// <summary>What differs between the ledger and the fact table. Asked under the lease of publishing, outside of any transaction.</summary>
    public async Task<TakenTargets> CompareAsync(long publication, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(publication, cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        var known = await context.TargetVersions.AsNoTracking()
            .Where(version => version.Origin == TargetOrigin.Source && version.UntilPublication == null)
            .ToListAsync(cancellationToken);
        var said = now.Select(Identity).ToHashSet();
        var heard = known.Select(Identity).ToHashSet();
        var added = now.Where(version => !heard.Contains(Identity(version))).ToList();
        var first = added.Count == 0 ? 0 : await control.TakeNumbersAsync("target", added.Count, cancellationToken);
        return new TakenTargets(
            publication,
            [.. added.Select((version, position) => version with { Id = first + position })],
            [.. known.Where(version => !said.Contains(Identity(version))).Select(version => version.Id)]);
    }

    /// <summary>Writes it, in the transaction that puts the publication in force.</summary>
    public static async Task WriteAsync(ControlContext context, TakenTargets taken, CancellationToken cancellationToken)
    {
        context.TargetVersions.AddRange(taken.Added);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var gone in taken.Gone.Chunk(500))
        {
            await context.TargetVersions.Where(version => gone.Contains(version.Id))
                .ExecuteUpdateAsync(version => version.SetProperty(one => one.UntilPublication, taken.Publication), cancellationToken);
        }
    }

    private static (string, TargetVersion, string) Identity(TargetVersion version) => (version.Place, version.Content, version.Basis);

    private async Task<List<TargetVersion>> ReadAsync(long publication, CancellationToken cancellationToken)
    {
        var versions = new List<TargetVersion>();
        using var rows = await warehouse.Loader.ExecuteReaderAsync(EtlResources.Text("Publishing/source_targets.sql"), cancellationToken: cancellationToken);
        while (rows.Read())
        {
            var hasQuarters = rows.GetByte(10) == 1;
            var source = rows.GetString(0);
            versions.Add(new TargetVersion
            {
                Indicator = rows.GetString(2),
                TerritoryId = (uint)rows.GetValue(3),
                Year = (ushort)rows.GetValue(4),
                Stage = Codes.TryParse<TargetStage>(rows.GetString(5), out var stage) ? stage : TargetStage.Approved,
                Value = rows.GetDecimal(6),
                Basis = rows.GetString(7),
                DecreeNumber = rows.GetString(8),
                DecreeDate = rows.IsDBNull(9) ? null : DateOnly.FromDateTime(rows.GetDateTime(9)),
                Q1 = hasQuarters ? rows.GetDecimal(11) : null,
                Q2 = hasQuarters ? rows.GetDecimal(12) : null,
                Q3 = hasQuarters ? rows.GetDecimal(13) : null,
                Q4 = hasQuarters ? rows.GetDecimal(14) : null,
                Phasing = Codes.TryParse<TargetPhasing>(rows.GetString(15), out var phasing) ? phasing : null,
                Origin = TargetOrigin.Source,
                Place = string.Create(CultureInfo.InvariantCulture, $"{source}/targets#{rows.GetInt64(1)}"),
                RecordedBy = source,
                RecordedAt = clock.GetUtcNow(),
                SincePublication = publication,
            });
        }

        return versions;
    }
}
