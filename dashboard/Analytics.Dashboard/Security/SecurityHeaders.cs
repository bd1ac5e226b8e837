using Analytics.Dashboard.Pages;

namespace Analytics.Dashboard.Security;

/// <summary>Headers that keep a browser from doing what our pages never ask for: inline or foreign scripts, framing, guessing of types.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";

        // Hangfire's own pages have inline scripts.
        if (PagesSetup.IsPage(context.Request.Path))
        {
            headers.ContentSecurityPolicy = Policy;
        }

        return next(context);
    }
}
