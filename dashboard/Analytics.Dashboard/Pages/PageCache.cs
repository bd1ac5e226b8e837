using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;
using Microsoft.Net.Http.Headers;

namespace Analytics.Dashboard.Pages;

/// <summary>A page changes only with its publication, the ledger of targets, what needs attention, what the reader saw before, its address, its language and the program: the browser asks and is told so.</summary>
public static class PageCache
{
    private static readonly Guid Build = typeof(PageCache).Module.ModuleVersionId;

    /// <summary>True when the browser holds this very page; sets the headers by which it may ask next time.</summary>
    public static bool IsFresh(HttpContext context, Publication publication, Attention attention, string targets, long? before, Language language, IConfiguration configuration)
    {
        var identity = string.Create(
            CultureInfo.InvariantCulture,
            $"{publication.Number}|{publication.PublishedAt.UtcTicks}|{attention}|{targets}|{before}|{language}|{Build}|{configuration["Demo:Enabled"]}|{context.Request.Path}{context.Request.QueryString}");
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))[..12])}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        context.Response.Headers.Append(HeaderNames.Vary, "Cookie, Accept-Language");
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }
}
