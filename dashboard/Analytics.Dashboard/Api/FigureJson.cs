using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>A figure of another period.</summary>
public sealed record FigureJson(string State, decimal? Numerator, decimal? Denominator, decimal? Value)
{
    public static FigureJson? Of(Figure? figure) =>
        figure is null ? null : new FigureJson(figure.State.Code(), figure.Numerator, figure.Denominator, figure.Value);
}
