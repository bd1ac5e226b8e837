using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;

namespace Analytics.Warehouse.Texts;

/// <summary>Deviations in words, the same on the board and in a workbook.</summary>
public static class DeviationTexts
{
    /// <summary>What is the matter, with the number of units: <c>5 районов отстают от плана на период</c>.</summary>
    public static string Sentence(this Language language, Deviation deviation) =>
        language.AnalysisPlural($"deviations.{deviation.Kind.Code()}", deviation.Units.Count);

    /// <summary>The figure that makes a unit one of a deviation: <c>61,6 %</c>, <c>24 → 12</c>; null when there is none.</summary>
    public static string? Detail(this Language language, Deviation deviation, IndicatorValue unit) => deviation.Kind switch
    {
        DeviationKind.Plan => language.Attainment(unit.Target!.Attainment),
        DeviationKind.LastYear => $"{language.Number(unit.LastYear!.Value!.Value, 0)} → {language.Number(unit.Figure.Value!.Value, 0)}",
        DeviationKind.NotReported => null,
        _ => language.Value(deviation.Indicator, unit.Figure),
    };
}
