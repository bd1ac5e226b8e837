using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Analytics.Dashboard.Pages.Caching;

/// <summary>A page as it was sent: compressed, if it was.</summary>
/// <param name="Content">The body.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="ContentEncoding">How it is compressed, or empty.</param>
public sealed record KeptPage(byte[] Content, string? ContentType, string ContentEncoding) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = ContentType;
        response.ContentLength = Content.Length;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (ContentEncoding.Length > 0)
        {
            // Compression leaves alone what says that it is compressed.
            response.Headers.ContentEncoding = ContentEncoding;
        }

        await response.Body.WriteAsync(Content, context.HttpContext.RequestAborted);
    }
}
