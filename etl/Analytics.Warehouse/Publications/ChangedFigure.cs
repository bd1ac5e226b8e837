using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Publications;

/// <summary>A figure that differs between two publications, on the boundaries of its day, of all families and all aid.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Territory">Territory.</param>
/// <param name="Period">Period.</param>
/// <param name="Before">Figure of the first publication.</param>
/// <param name="After">Figure of the second.</param>
/// <param name="Causes">The units loaded anew that can have changed it.</param>
public sealed record ChangedFigure(Indicator Indicator, Territory Territory, Period Period, Figure Before, Figure After, IReadOnlyList<ReplacedUnit> Causes);
