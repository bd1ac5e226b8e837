using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>Writes what a chart draws into a data block of the page; the encoder leaves nothing that could end the block.</summary>
public static class ChartJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(object data) => JsonSerializer.Serialize(data, Options);
}
