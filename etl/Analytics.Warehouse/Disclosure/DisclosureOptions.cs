using System.ComponentModel.DataAnnotations;

namespace Analytics.Warehouse.Disclosure;

/// <summary>What is hidden from the public; section <c>Disclosure</c>.</summary>
public sealed class DisclosureOptions
{
    public const string Section = "Disclosure";

    /// <summary>A cell that rests on fewer people, families or applications than this, and not on none, is hidden.</summary>
    [Range(3, 100)]
    public int Threshold { get; set; } = 5;

    /// <summary>
    /// How far apart the least and the greatest value that a hidden count may have must lie, for whoever knows all that is published.
    /// With 4 at least five values are possible. Money: as many average amounts of the cell.
    /// </summary>
    [Range(2, 100)]
    public int Width { get; set; } = 4;

    /// <summary>The rule as it is written beside what was protected by it: another rule means that all is protected anew.</summary>
    public string Rule => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"k={Threshold};w={Width};v1");
}
