namespace Analytics.Etl.Demo.Territory;

/// <summary>A district as the operational systems list it.</summary>
/// <param name="Code">KATO.</param>
/// <param name="NameRu">Name in Russian.</param>
/// <param name="NameKk">Name in Kazakh.</param>
/// <param name="From">First day in the systems; null when it is older than the data.</param>
/// <param name="To">First day it is no longer in them; null while it is.</param>
internal sealed record District(string Code, string NameRu, string NameKk, DateOnly? From, DateOnly? To)
{
    private static readonly DateOnly Split = LandUnit.LastOldDay.AddDays(1);

    public static readonly IReadOnlyList<District> All =
    [
        new("631000000", "г. Усть-Каменогорск", "Өскемен қ.", null, null),
        new("632200000", "г. Курчатов", "Курчатов қ.", null, Split),
        new("632400000", "г. Риддер", "Риддер қ.", null, null),
        new("632800000", "г. Семей", "Семей қ.", null, Split),
        new("633200000", "Абайский район", "Абай ауданы", null, Split),
        new("633400000", "Аягозский район", "Аягөз ауданы", null, Split),
        new("633600000", "Бескарагайский район", "Бесқарағай ауданы", null, Split),
        new("633800000", "Бородулихинский район", "Бородулиха ауданы", null, Split),
        new("634000000", "Глубоковский район", "Глубокое ауданы", null, null),
        new("634400000", "Жарминский район", "Жарма ауданы", null, Split),
        new("634600000", "Зайсанский район", "Зайсан ауданы", null, null),
        new("634800000", "район Алтай", "Алтай ауданы", null, null),
        new("635000000", "Кокпектинский район", "Көкпекті ауданы", null, Split),
        new("635200000", "Курчумский район", "Күршім ауданы", null, null),
        new("635400000", "Катон-Карагайский район", "Қатонқарағай ауданы", null, null),
        new("635500000", "район Марқакөл", "Марқакөл ауданы", LaterDistrict.Markakol.From, null),
        new("635600000", "район Самар", "Самар ауданы", LaterDistrict.Samar.From, null),
        new("635800000", "Тарбагатайский район", "Тарбағатай ауданы", null, null),
        new("636200000", "Уланский район", "Ұлан ауданы", null, null),
        new("636300000", "район Үлкен Нарын", "Үлкен Нарын ауданы", LaterDistrict.UlkenNaryn.From, null),
        new("636400000", "Урджарский район", "Үржар ауданы", null, Split),
        new("636800000", "Шемонаихинский район", "Шемонаиха ауданы", null, null),
    ];
}
