using System.Globalization;

namespace Analytics.Etl.Demo.Territory;

/// <summary>
/// A piece of land that no boundary change has divided: one of today's districts. Households live in a land unit; the district's
/// code follows from the day.
/// </summary>
/// <param name="Number">1 to 25.</param>
/// <param name="Slug">The territory's code in the warehouse.</param>
/// <param name="Name">Name in Russian.</param>
/// <param name="OldCode">KATO of the district it belonged to before 2022-06-08.</param>
/// <param name="Later">Where it belongs afterwards.</param>
/// <param name="Residents2019">Residents on 2019-01-01, synthetic unless published.</param>
/// <param name="Growth">Yearly growth of residents, per mille.</param>
/// <param name="Need">Relative frequency of families in need.</param>
internal sealed record LandUnit(int Number, string Slug, string Name, string OldCode, LaterDistrict Later, int Residents2019, int Growth, int Need)
{
    /// <summary>Last day of the old structure in the data. Decree 887: Abay region from 2022-06-08.</summary>
    public static readonly DateOnly LastOldDay = new(2022, 6, 7);

    public const int Settlements = 4;

    public bool Leaves => Later == LaterDistrict.Leaves;

    public long Weight => (long)Residents2019 * Need;

    /// <summary>KATO of the district on a day; null when the land is not in the region.</summary>
    public string? CodeOn(DateOnly day) =>
        day <= LastOldDay ? OldCode
        : Leaves ? null
        : Later.Code is { } code && day >= Later.From ? code
        : OldCode;

    /// <summary>Code of a settlement, number 1 to <see cref="Settlements"/>; it never changes, so that history maps exactly to today's units.</summary>
    public string Settlement(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{OldCode.AsSpan(0, 4)}{Number:D2}{(number * 200) - 100:D3}");

    /// <summary>Last day of the year on which the land is in the region.</summary>
    public DateOnly LastDayIn(int year) => Leaves && year == LastOldDay.Year ? LastOldDay : new DateOnly(year, 12, 31);

    public bool IsInRegion(int year) => !Leaves || year <= LastOldDay.Year;
}

/// <summary>What becomes of a land unit after 2022-06-07.</summary>
internal sealed record LaterDistrict(string? Code, DateOnly From)
{
    public static readonly LaterDistrict Same = new(null, DateOnly.MinValue);
    public static readonly LaterDistrict Leaves = new(null, DateOnly.MaxValue);
    public static readonly LaterDistrict Samar = new("635600000", new DateOnly(2022, 6, 8));
    public static readonly LaterDistrict Markakol = new("635500000", new DateOnly(2024, 1, 4));
    public static readonly LaterDistrict UlkenNaryn = new("636300000", new DateOnly(2024, 1, 4));
}
