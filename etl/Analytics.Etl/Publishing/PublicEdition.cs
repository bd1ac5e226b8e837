using System.Diagnostics;
using System.Globalization;
using Analytics.Etl.Disclosure;
using Analytics.Etl.Loading;
using Analytics.Warehouse;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using ClickHouse.Driver;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Etl.Publishing;

/// <summary>
/// Makes the public edition of the publication in force: hides the small numbers of the years that changed and whatever they could be
/// computed from, proves it, and writes down what is hidden. The office reads the publication meanwhile; the public waits. Years that did not
/// change are carried; a year that cannot be protected is refused.
/// </summary>
public sealed partial class PublicEdition(
    WarehouseConnection warehouse, PublicationLedger publications, Leases leases, TimeProvider clock, IOptions<DisclosureOptions> options, ILogger<PublicEdition> logger)
{
    private static readonly string[] HiddenColumns =
        ["publication_id", "measure", "boundaries", "territory_id", "period_kind", "period_end", "category", "aid_kind", "reason", "low", "high"];

    private static readonly string[] ProtectionColumns =
        ["publication_id", "year", "state", "rule", "cells", "small", "complementary", "seconds", "run"];

    private readonly ClickHouseClient client = warehouse.Loader;

    /// <summary>Protects what is not protected yet; null when nothing is published or another worker is at it.</summary>
    public Task<PublicEditionResult?> RunAsync(CancellationToken cancellationToken) => RunAsync(again: false, cancellationToken);

    /// <param name="again">True to do it once more though it is done.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <inheritdoc cref="RunAsync(CancellationToken)"/>
    public async Task<PublicEditionResult?> RunAsync(bool again, CancellationToken cancellationToken)
    {
        if (await publications.CurrentAsync(cancellationToken) is not { } publication)
        {
            return null;
        }

        if (!again && await DoneAsync(publication.Number, cancellationToken) is { } done)
        {
            return new PublicEditionResult(publication.Number, done, IsNew: false);
        }

        if (await leases.TryAcquireAsync("public-edition", cancellationToken) is not { } lease)
        {
            return null;
        }

        try
        {
            await using var keeper = new LeaseKeeper(leases, lease, clock, cancellationToken);
            return new PublicEditionResult(publication.Number, await MakeAsync(publication.Number, (ulong)lease.Token, keeper.Lost), IsNew: true);
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    // The years of the publication when each was looked at by the rule of now.
    private async Task<IReadOnlyList<YearProtection>?> DoneAsync(long number, CancellationToken cancellationToken)
    {
        var protection = await ProtectionTables.ReadAsync(client, number, cancellationToken);
        return protection.Count > 0 && protection.All(year => year.Rule == options.Value.Rule) ? protection : null;
    }

    private async Task<IReadOnlyList<YearProtection>> MakeAsync(long number, ulong run, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        // What a crash or another rule left: readers wait from here on.
        foreach (var table in new[] { "publication_protection", "hidden_cell" })
        {
            await client.ExecuteNonQueryAsync(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {table} DROP PARTITION {number}"), cancellationToken: cancellationToken);
        }

        var (previous, carried) = await CarriedAsync(number, cancellationToken);
        var all = await FingerprintsAsync(number, cancellationToken);
        var years = all.Keys.Where(year => carried.All(one => one.Year != year)).Order().ToList();
        if (carried.Count > 0)
        {
            await client.ExecuteNonQueryAsync(
                Resources.Text("Disclosure/carry_hidden.sql"),
                Parameters.Of(("publication", (ulong)number), ("previous", (ulong)previous!.Value), ("years", carried.Select(year => (ushort)year.Year).ToArray())),
                cancellationToken: cancellationToken);
        }

        var cells = await CellsAsync(number, previous, years, cancellationToken);
        var lattice = LatticeSystem.Of(cells, TerritorySets.Of(Territories.Shipped), options.Value);
        var found = Suppression.Find(lattice.System, lattice.HiddenBefore, cancellationToken);
        var refused = RefusedYears(lattice, found, years);
        var hidden = found.Hidden
            .SelectMany(one => lattice.CellsOf(one.Quantity).Select(key => (Key: key, One: one)))
            .Where(one => years.Contains(one.Key.End.Year) && !refused.Contains(one.Key.End.Year))
            .ToList();
        await client.InsertBinaryAsync("hidden_cell", HiddenColumns, hidden.Select(one => Row(number, lattice, one.Key, one.One)), cancellationToken: cancellationToken);

        var counted = cells.Where(cell => DisclosureRules.IsInPublicLattice(cell.Key) && DisclosureRules.Kind(cell.Key.Measure) != DisclosureKind.Open).GroupBy(cell => cell.Key.End.Year).ToDictionary(group => group.Key, group => group.LongCount());
        var made = years.ConvertAll(year => new YearProtection(
            year,
            refused.Contains(year) ? ProtectionState.Refused : ProtectionState.Protected,
            options.Value.Rule,
            counted.GetValueOrDefault(year),
            hidden.LongCount(one => one.Key.End.Year == year && one.One.IsPrimary),
            hidden.LongCount(one => one.Key.End.Year == year && !one.One.IsPrimary),
            watch.Elapsed.TotalSeconds,
            run));
        List<YearProtection> result = [.. carried.Select(year => year with { Run = run }), .. made];
        await client.InsertBinaryAsync(
            "publication_protection",
            ProtectionColumns,
            result.Select(year => new object[]
            {
                (ulong)number, (ushort)year.Year, year.State.Code(), year.Rule, (ulong)year.Cells, (ulong)year.Small, (ulong)year.Complementary, year.Seconds, run,
            }),
            cancellationToken: cancellationToken);
        var (small, complementary, looked) = (made.Sum(year => year.Small), made.Sum(year => year.Complementary), made.Sum(year => year.Cells));
        LogProtected(number, made.Count, small, complementary, looked, refused.Count, watch.Elapsed.TotalSeconds);
        return [.. result.OrderBy(year => year.Year)];
    }

    // The years that hold the same cells as the newest earlier publication that was protected by this rule.
    private async Task<(long? Previous, IReadOnlyList<YearProtection> Years)> CarriedAsync(long number, CancellationToken cancellationToken)
    {
        foreach (var row in (await publications.ListAsync(cancellationToken)).Where(row => row.Number < number))
        {
            if (await DoneAsync(row.Number, cancellationToken) is { } protection)
            {
                var before = await FingerprintsAsync(row.Number, cancellationToken);
                var now = await FingerprintsAsync(number, cancellationToken);
                return (row.Number, [.. protection.Where(year => before.TryGetValue(year.Year, out var old) && now.TryGetValue(year.Year, out var fresh) && old == fresh)]);
            }
        }

        return (null, []);
    }

    private async Task<Dictionary<int, ulong>> FingerprintsAsync(long number, CancellationToken cancellationToken)
    {
        var years = new Dictionary<int, ulong>();
        using var rows = await client.ExecuteReaderAsync(
            Resources.Text("Disclosure/year_fingerprints.sql"), Parameters.Of(("publication", (ulong)number)), cancellationToken: cancellationToken);
        while (rows.Read())
        {
            years[rows.GetUInt16(0)] = rows.GetUInt64(1);
        }

        return years;
    }

    private async Task<List<PublishedCell>> CellsAsync(long number, long? previous, List<int> years, CancellationToken cancellationToken)
    {
        var publishedBefore = previous is { } before
            ? (await ProtectionTables.ReadAsync(client, before, cancellationToken)).Where(year => year.State == ProtectionState.Protected).Select(year => (ushort)year.Year).ToArray()
            : [];
        var cells = new List<PublishedCell>();
        using var rows = await client.ExecuteReaderAsync(
            Resources.Text("Disclosure/cells_to_protect.sql"),
            Parameters.Of(
                ("publication", (ulong)number),
                ("previous", (ulong)(previous ?? 0)),
                ("published_years", publishedBefore),
                ("years", years.Select(year => (ushort)year).ToArray()),
                ("chained", DisclosureRules.Chained.ToArray())),
            cancellationToken: cancellationToken);
        while (rows.Read())
        {
            cells.Add(new PublishedCell(
                new LatticeKey(
                    rows.GetString(0),
                    Codes.Read<Boundaries>(rows.GetString(1)),
                    rows.GetUInt32(2),
                    Codes.Read<PeriodKind>(rows.GetString(3)),
                    DateOnly.FromDateTime(rows.GetDateTime(4)),
                    Codes.Read<Category>(rows.GetString(5)),
                    Codes.Read<AidKind>(rows.GetString(6))),
                rows.GetDecimal(7),
                rows.GetByte(8) == 1,
                rows.GetByte(9) == 1));
        }

        return cells;
    }

    // A year is refused with whatever cannot be protected in it. What belongs to a year that was carried is put right by refusing the new ones beside it.
    private static HashSet<int> RefusedYears(LatticeSystem lattice, Protection found, List<int> years)
    {
        var refused = new HashSet<int>();
        foreach (var quantity in found.Unprotected)
        {
            var near = lattice.System.RelationsOf(quantity).SelectMany(relation => lattice.System.Relations[relation].Quantities).Append(quantity);
            var touched = near.SelectMany(lattice.CellsOf).Select(key => key.End.Year).Where(years.Contains).ToHashSet();
            refused.UnionWith(touched.Count > 0 ? touched : years);
        }

        return refused;
    }

    private static object[] Row(long number, LatticeSystem lattice, LatticeKey key, HiddenQuantity one) =>
    [
        (ulong)number, key.Measure, key.Boundaries.Code(), key.Territory, key.Kind.Code(), key.End, key.Category.Code(), key.Aid.Code(),
        one.IsPrimary ? "primary" : "complementary",
        Rounded(one.Low * lattice.UnitOf(key.Measure)),
        Rounded(one.High * lattice.UnitOf(key.Measure)),
    ];

    private static decimal Rounded(double value) => decimal.Round((decimal)value, 4);

    [LoggerMessage(Level = LogLevel.Information, Message = "Public edition of publication {Number}: {Years} years, {Small} small cells and {Complementary} others hidden of {Cells}, {Refused} years refused, {Seconds:0.0} s")]
    private partial void LogProtected(long number, int years, long small, long complementary, long cells, int refused, double seconds);
}
