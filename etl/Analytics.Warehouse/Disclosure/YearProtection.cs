namespace Analytics.Warehouse.Disclosure;

/// <summary>What came of protecting a year of a publication.</summary>
/// <param name="Year">Year.</param>
/// <param name="State">State.</param>
/// <param name="Rule"><see cref="DisclosureOptions.Rule"/> by which it was protected.</param>
/// <param name="Cells">Cells of the public lattice that are about people, zeros not counted.</param>
/// <param name="Small">Those that are hidden because they, or what they rest on, are small.</param>
/// <param name="Complementary">Those that are hidden to protect others.</param>
/// <param name="Seconds">How long it took, of all years that were protected together.</param>
/// <param name="Run">Number of the work that it is of.</param>
public sealed record YearProtection(int Year, ProtectionState State, string Rule, long Cells, long Small, long Complementary, double Seconds, ulong Run);
