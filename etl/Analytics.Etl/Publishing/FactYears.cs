using System.Globalization;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Facts;

namespace Analytics.Etl.Publishing;

/// <summary>Which years of which fact tables differ between two sets of units.</summary>
internal static class FactYears
{
    public static IReadOnlySet<(string Fact, int Year)> Changed(IEnumerable<PublicationUnitRow> before, IEnumerable<LoadUnitRow> now)
    {
        var old = before.Select(unit => (unit.Source, unit.Process, unit.Period, unit.LoadId)).ToHashSet();
        var current = now.Select(unit => (unit.Source, unit.Process, unit.Period, unit.LoadId)).ToHashSet();
        old.SymmetricExceptWith(current);
        return old
            .Where(unit => unit.Period.Length >= 4 && char.IsAsciiDigit(unit.Period[0]))
            .Select(unit => (Fact: FactTables.OfProcess(unit.Process)!, Year: int.Parse(unit.Period.AsSpan(0, 4), CultureInfo.InvariantCulture)))
            .Where(change => change.Fact is not null)
            .ToHashSet();
    }
}
