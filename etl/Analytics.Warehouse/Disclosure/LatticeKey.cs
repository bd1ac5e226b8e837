using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Disclosure;

/// <summary>The key of a cell of the published lattice.</summary>
public readonly record struct LatticeKey(
    string Measure, Boundaries Boundaries, uint Territory, PeriodKind Kind, DateOnly End, Category Category, AidKind Aid);
