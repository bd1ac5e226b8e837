using Analytics.Dashboard.Pages.Boards;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Http.Features;

namespace Analytics.Dashboard.Pages;

/// <summary>What every page of figures knows before it asks its question.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Path">Path of the page: <c>/grants</c>.</param>
/// <param name="Query">State of the page.</param>
/// <param name="Publication">Publication that its figures are read from.</param>
/// <param name="Attention">What needs attention of the data.</param>
public sealed record PageRequest(Language Language, string Path, PageQuery Query, Publication Publication, Attention Attention)
{
    /// <summary>The page's request; only pages marked with <see cref="PageRequestFilter"/> have one.</summary>
    public static PageRequest Of(HttpContext context) => context.Features.GetRequiredFeature<PageRequest>();

    /// <summary>What the reader saw when he was here before; null for the public, whose pages are the same for everybody.</summary>
    public Visit? Visit { get; init; }

    public string Link(PageQuery query) => query.Link(Path, Language);
}
