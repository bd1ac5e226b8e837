using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Tables;

/// <summary>Tables that every system has: what it is, its districts and settlements. Written with the first replica.</summary>
internal static class DirectoryTables
{
    private const string Notice =
        "Синтетические демонстрационные данные: люди, семьи и суммы вымышлены. Синтетикалық демонстрациялық деректер. "
        + "Synthetic demo data: no person, family or amount is real.";

    public static readonly DemoTable[] All =
    [
        new("about", ["text"], replica => Once(replica, [[Notice]])),
        new("district", ["district_code", "name_ru", "name_kk", "in_force_from", "in_force_to"], replica => Once(replica, Districts())),
        new("settlement", ["settlement_code", "name", "territory"], replica => Once(replica, Settlements())),
    ];

    private static IEnumerable<DemoValue[]> Once(DemoReplica replica, IEnumerable<DemoValue[]> rows) => replica.IsFirst ? rows : [];

    private static IEnumerable<DemoValue[]> Districts() =>
        District.All.Select(district => (DemoValue[])[district.Code, district.NameRu, district.NameKk, district.From, district.To]);

    private static IEnumerable<DemoValue[]> Settlements() =>
        from unit in DemoRegion.Units
        from number in Enumerable.Range(1, LandUnit.Settlements)
        select (DemoValue[])[unit.Settlement(number), $"{unit.Name}, населённый пункт {number}", unit.Slug];
}
