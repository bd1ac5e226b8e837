using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;

namespace Analytics.Warehouse.Texts;

/// <summary>Words about plans, the same on page and in workbook.</summary>
public static class TargetTexts
{
    /// <summary>A status by its code; null is the dash.</summary>
    public static string TargetStatus(this Language language, string? status) => status is null ? IndicatorTexts.Absent : language.Text($"target.status.{status}");

    public static string Name(this Language language, TargetStage stage) => language.Text($"target.stage.{stage.Code()}");

    public static string Name(this Language language, TargetPhasing phasing) => language.Text($"target.phasing.{phasing.Code()}");

    /// <summary>An attainment: <c>93,1 %</c>, or the dash. Rounded for show only.</summary>
    public static string Attainment(this Language language, decimal? percent) =>
        percent is { } known ? language.Number(known, 1) + language.PercentSuffix : IndicatorTexts.Absent;
}
