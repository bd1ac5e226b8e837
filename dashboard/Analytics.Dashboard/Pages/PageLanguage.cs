using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>The language of a request: the address, else what was chosen before, else what the browser asks for, else Russian.</summary>
public static class PageLanguage
{
    public const string Parameter = "language";
    private const string Cookie = "language";

    public static Language Of(HttpContext context) =>
        Language.Find(context.Request.Query[Parameter])
        ?? Language.Find(context.Request.Cookies[Cookie])
        ?? Accepted(context.Request)
        ?? Language.Russian;

    /// <summary>The language of a request, remembered when its address names it.</summary>
    public static Language Take(HttpContext context)
    {
        var language = Of(context);
        if (context.Request.Query.ContainsKey(Parameter))
        {
            Remember(context, language);
        }

        return language;
    }

    public static void Remember(HttpContext context, Language language) => context.Response.Cookies.Append(
        Cookie,
        language.Code,
        new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });

    /// <summary>The same address in another language, for the language switch.</summary>
    public static string Switch(HttpRequest request, Language language)
    {
        var others = request.Query
            .Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return request.PathBase + request.Path + QueryString.Create(others.Append(KeyValuePair.Create(Parameter, (string?)language.Code)));
    }

    private static Language? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => Language.Find(accepted.Value.Value?.Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(language => language is not null);
}
