using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Analytics.Dashboard.Pages;

/// <summary>Shows a <see cref="Problem"/> in the reader's language.</summary>
public static class ProblemView
{
    /// <summary>Answers in place of a page that failed; the cause is in the log only.</summary>
    public static Task WriteBrokenAsync(HttpContext context) => WriteAsync(context, Problem.Broken);

    /// <summary>Answers where no page is running yet or any more.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem) =>
        Of(context, problem).ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));

    public static IActionResult Of(HttpContext context, Problem problem)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (problem.PassesByItself)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        return new ViewResult
        {
            ViewName = "/Pages/Shared/Problem.cshtml",
            StatusCode = problem.Status,
            ViewData = new ViewDataDictionary<Problem>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = problem },
        };
    }
}
