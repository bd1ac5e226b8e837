using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace Analytics.Dashboard.Pages.Caching;

/// <summary>
/// What was rendered and compressed once is sent to everybody who asks for the same page, and not at all to a browser that has it.
/// A page that says <c>no-store</c> is not kept.
/// </summary>
public sealed class PageCache(IResponseCompressionProvider compression) : IDisposable
{
    /// <summary>Bytes of all kept pages; those not asked for longest go first.</summary>
    private const long Limit = 64L << 20;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Limit });

    /// <summary>Takes a page out of the caches of server and browser: it shows what may change without a publication.</summary>
    public static void KeepOut(HttpResponse response)
    {
        response.Headers.Remove(HeaderNames.ETag);
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>The answer that needs no page: 304 to a browser that has it, or the page as it was sent before. Null when the page is to be made.</summary>
    public IActionResult? Answer(HttpContext context, string identity)
    {
        var tag = new EntityTagHeaderValue($"\"{identity}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        context.Response.Headers.Append(HeaderNames.Vary, "Cookie, Accept-Language");
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return new StatusCodeResult(StatusCodes.Status304NotModified);
        }

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return null;
        }

        var key = new Key(identity, compression.GetCompressionProvider(context)?.EncodingName ?? "");
        if (pages.TryGetValue<KeptPage>(key, out var kept))
        {
            return kept;
        }

        context.Features.Set(key);
        return null;
    }

    /// <summary>Stands outside of the compression and keeps what came of a page that is to be kept.</summary>
    public async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            await next(context);
            return;
        }

        var (response, body) = (context.Response, context.Response.Body);
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (context.Features.Get<Key>() is { } key && response.StatusCode == StatusCodes.Status200OK && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            var page = new KeptPage(written.ToArray(), response.ContentType, response.Headers.ContentEncoding.ToString());
            pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Content.Length });
        }

        written.Position = 0;
        await written.CopyToAsync(body, context.RequestAborted);
    }

    public void Dispose() => pages.Dispose();

    private sealed record Key(string Identity, string Encoding);
}
