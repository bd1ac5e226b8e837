using System.Globalization;
using System.Text;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>Values as CSV: UTF-8 with a byte order mark, so that Excel reads the Kazakh letters; numbers with a point, unrounded.</summary>
public static class ValueCsv
{
    public static byte[] Write(IndicatorAnswer answer)
    {
        var text = new StringBuilder("indicator,territory,period,category,aid,boundaries,state,numerator,denominator,value,last_year_state,last_year_value,change_state,change_absolute,change_percent,change_points,notes,publication,audience");
        var query = answer.Query;
        foreach (var period in query.ComparedWith)
        {
            text.Append(CultureInfo.InvariantCulture, $",{period.Code}_state,{period.Code}_value,{period.Code}_change_state,{period.Code}_change_absolute,{period.Code}_change_percent,{period.Code}_change_points");
        }

        text.Append("\r\n");
        foreach (var value in answer.Values)
        {
            text.AppendJoin(
                ',',
                value.Indicator.Code,
                value.Territory.Slug,
                query.Period.Code,
                query.Category.Code(),
                query.Aid.Code(),
                query.Boundaries.Code(),
                value.Figure.State.Code(),
                Number(value.Figure.Numerator),
                Number(value.Figure.Denominator),
                Number(value.Figure.Value),
                value.LastYear?.State.Code(),
                Number(value.LastYear?.Value),
                ChangeJson.Of(value.Change, value.NotComparable)?.State,
                Number(value.Change?.Absolute),
                Number(value.Change?.Percent),
                Number(value.Change?.Points),
                string.Join(' ', value.Notes),
                answer.Publication.Number.ToString(CultureInfo.InvariantCulture),
                query.Audience.Code());
            foreach (var other in value.Others)
            {
                text.Append(',').AppendJoin(
                    ',',
                    other.Figure.State.Code(),
                    Number(other.Figure.Value),
                    ChangeJson.Of(other.Change, other.Reasons)?.State,
                    Number(other.Change?.Absolute),
                    Number(other.Change?.Percent),
                    Number(other.Change?.Points));
            }

            text.Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
