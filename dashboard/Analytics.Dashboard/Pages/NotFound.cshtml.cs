using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>Answers every address that nothing else answers; to machines without a page.</summary>
public sealed class NotFoundModel : PageModel
{
    public IActionResult OnGet() => PagesSetup.IsPage(Request.Path) ? ProblemView.Of(HttpContext, Problem.NotFound) : NotFound();
}
