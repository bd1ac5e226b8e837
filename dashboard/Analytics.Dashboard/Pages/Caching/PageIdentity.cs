using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Dashboard.Pages.Boards;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Caching;

/// <summary>What a page depends on, in a short text: the same identity is the same page.</summary>
public static class PageIdentity
{
    private static readonly Guid Build = typeof(PageIdentity).Module.ModuleVersionId;

    /// <summary>A page changes only with its publication, the ledger of targets, the maps' layers, what needs attention, its address, its language, the program, and the board with what the reader saw before.</summary>
    public static string Of(HttpContext context, Publication publication, Attention attention, string ledgers, Visit? visit, Language language, IConfiguration configuration)
    {
        var before = context.Request.Path == "/" ? $"{visit?.Before}@{visit?.BeforeAt?.UtcTicks}" : "";
        var identity = string.Create(
            CultureInfo.InvariantCulture,
            $"{publication.Number}|{publication.PublishedAt.UtcTicks}|{attention}|{ledgers}|{before}|{language}|{Build}|{configuration["Demo:Enabled"]}|{context.Request.Path}{context.Request.QueryString}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))[..16]);
    }
}
