using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>A figure on a slide of the meeting.</summary>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Cell">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Status">Status of its target; null where there is none.</param>
public sealed record MeetingFigure(string Name, FigureCell Cell, string Unit, string? Status)
{
    public static MeetingFigure Of(IndicatorValue value, PageRequest request, NoteMarks marks)
    {
        var scale = FigureScale.Of(value.Indicator, request.Language);
        var status = value.Target?.Status;
        return new MeetingFigure(
            request.Language.Name(value.Indicator),
            FigureCell.Of(value, scale, request.Language, marks) with { Link = FigureLinks.Made(request, value.Indicator, value.Territory) },
            scale.Unit,
            status == "plan" ? null : status);
    }
}
