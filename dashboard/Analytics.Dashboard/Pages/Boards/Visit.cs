using System.Globalization;

namespace Analytics.Dashboard.Pages.Boards;

/// <summary>
/// What the browser saw when it was here before. Pages within half an hour are one visit. Kept in a cookie of four numbers; one that
/// cannot be read is a first visit.
/// </summary>
/// <param name="Before">Publication that the visit before ended with; null on the first.</param>
/// <param name="BeforeAt">When that visit ended; null on the first.</param>
/// <param name="Seen">Publication seen last in this visit.</param>
/// <param name="SeenAt">When.</param>
public sealed record Visit(long? Before, DateTimeOffset? BeforeAt, long Seen, DateTimeOffset SeenAt)
{
    private const string Cookie = "visit";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>The visit after this request, remembered in the answer.</summary>
    public static Visit Take(HttpContext context, long publication, DateTimeOffset now)
    {
        var visit = Parse(context.Request.Cookies[Cookie]) is { } known ? known.Next(publication, now) : new Visit(null, null, publication, now);
        context.Response.Cookies.Append(
            Cookie, visit.ToString(), new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        return visit;
    }

    /// <summary>The visit after one more page.</summary>
    public Visit Next(long publication, DateTimeOffset now) => now - SeenAt > Pause
        ? new Visit(Seen, SeenAt, publication, now)
        : this with { Seen = publication, SeenAt = now };

    public static Visit? Parse(string? text)
    {
        var numbers = text?.Split('.').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList() ?? [];
        var latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        if (numbers.Count != 4 || numbers.Exists(number => number < 0 || number > latest) || numbers[2] == 0)
        {
            return null;
        }

        var isFirst = numbers[0] == 0;
        return new Visit(isFirst ? null : numbers[0], isFirst ? null : DateTimeOffset.FromUnixTimeSeconds(numbers[1]), numbers[2], DateTimeOffset.FromUnixTimeSeconds(numbers[3]));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Before ?? 0}.{BeforeAt?.ToUnixTimeSeconds() ?? 0}.{Seen}.{SeenAt.ToUnixTimeSeconds()}");
}
