using System.Globalization;
using System.Text;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>Values as CSV: UTF-8 with a byte order mark, so that Excel reads the Kazakh letters; numbers with a point, unrounded.</summary>
public static class ValueCsv
{
    public static byte[] Write(IndicatorAnswer answer)
    {
        var text = new StringBuilder("indicator,territory,period,category,aid,boundaries,state,numerator,denominator,value,last_year_state,last_year_value,change_absolute,change_percent,change_points,notes,publication,audience\r\n");
        var query = answer.Query;
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
                Number(value.Change?.Absolute),
                Number(value.Change?.Percent),
                Number(value.Change?.Points),
                string.Join(' ', value.Notes),
                answer.Publication.Number.ToString(CultureInfo.InvariantCulture),
                query.Audience.Code()).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
