using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>The figure of a further period and the change against it.</summary>
public sealed record ComparedJson(string Period, FigureJson? Figure, ChangeJson? Change, IReadOnlyList<string> Notes)
{
    public static ComparedJson Of(ComparedFigure compared) =>
        new(compared.Period.Code, FigureJson.Of(compared.Figure), ChangeJson.Of(compared.Change, compared.Reasons), compared.Notes);
}
