using System.Globalization;
using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>Rejected rows of one load: all are counted, the first <see cref="Quarantine.Kept"/> are kept.</summary>
public sealed class RejectedRows
{
    private readonly List<RejectedRow> kept = [];
    private readonly Dictionary<Rejection, long> byRule = [];

    public long Count { get; private set; }

    public IReadOnlyList<RejectedRow> Kept => kept;

    /// <param name="rowId">The cell of the row's number; anything but a number could be personal data and is not kept.</param>
    /// <param name="position">Position of the row in its unit, from 1.</param>
    /// <param name="rejection">The rule.</param>
    public void Add(Cell rowId, long position, Rejection rejection)
    {
        Count++;
        byRule[rejection] = byRule.GetValueOrDefault(rejection) + 1;
        if (kept.Count < Quarantine.Kept)
        {
            var isNumber = rowId.Kind == CellKind.Integer && Math.Abs((decimal)rowId.Number) < 100_000_000_000;
            kept.Add(new RejectedRow(
                isNumber ? rowId.Number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"row {position} of the unit"), rejection));
        }
    }

    /// <summary>Takes over what another part of the unit rejected.</summary>
    public void Add(RejectedRows other)
    {
        Count += other.Count;
        foreach (var (rule, count) in other.byRule)
        {
            byRule[rule] = byRule.GetValueOrDefault(rule) + count;
        }

        kept.AddRange(other.kept.Take(Quarantine.Kept - kept.Count));
    }

    /// <summary>Rules and how many rows broke each, at least one: <c>amount_negative in paid_tiyn: 3</c>.</summary>
    public LoadMessage Summary() => byRule
        .OrderByDescending(rule => rule.Value)
        .Take(5)
        .Select(rule => new LoadMessage("unit.rejected_by", rule.Key, rule.Value))
        .Aggregate(static (one, other) => new("message.two", one, other));
}
