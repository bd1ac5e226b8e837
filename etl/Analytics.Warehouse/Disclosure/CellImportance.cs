using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Disclosure;

/// <summary>
/// How much a cell is missed, besides the people in it. Region before district, year before quarter before month, all families before a
/// category: a number that many read is hidden last.
/// </summary>
internal static class CellImportance
{
    private const uint Region = 1;

    public static double Of(LatticeKey key) =>
        (key.Territory == Region ? 60 : 1)
        * (key is { Category: Category.All, Aid: AidKind.All } ? 2 : 1)
        * key switch
        {
            { Kind: PeriodKind.Month } => 1,
            { Kind: PeriodKind.Quarter } => 3,
            { End.Month: 12 } => 40,
            { End.Month: 3 or 6 or 9 } => 4,
            _ => 1,
        };
}
