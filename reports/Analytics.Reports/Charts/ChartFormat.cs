namespace Analytics.Reports.Charts;

/// <summary>Formats of a picture. Codes: <c>svg</c>, <c>png</c>.</summary>
public enum ChartFormat
{
    Svg = 1,
    Png = 2,
}
