using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Running;

/// <summary>
/// A browser's page that must be quiet: no error or warning in its console, no failed request, and nothing asked of any other host.
/// Checked when the page is closed.
/// </summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly int expectedStatus;

    public WatchedPage(IBrowserContext context, IPage page, int expectedStatus)
    {
        this.context = context;
        this.expectedStatus = expectedStatus;
        Page = page;
        page.Console += (_, message) => Complain(message.Type is "error" or "warning" && !IsExpected(message.Text), $"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"script: {error}");
        page.Request += (_, request) => Complain(!IsOwn(request.Url), $"request to another host: {request.Url}");
        page.RequestFailed += (_, request) => Complain(request.Failure != "net::ERR_ABORTED", $"failed request: {request.Url} {request.Failure}");
        page.Response += (_, response) => Complain(response.Status >= 400 && response.Status != expectedStatus, $"answer {response.Status}: {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Goes to an address; charts are drawn when this returns.</summary>
    public async Task<IResponse> GoAsync(string address)
    {
        var response = await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await DrawnAsync();
        return response!;
    }

    /// <summary>Waits until every chart of the page is drawn.</summary>
    public async Task DrawnAsync()
    {
        if (await Page.Locator("html.scripted").CountAsync() == 0)
        {
            return;
        }

        var charts = await Page.Locator("[data-canvas]").CountAsync();
        for (var chart = 0; chart < charts; chart++)
        {
            await Page.Locator("[data-canvas]").Nth(chart).Locator("svg").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(complaints);
    }

    private static bool IsOwn(string address) =>
        address.StartsWith("data:", StringComparison.Ordinal) || address.StartsWith("blob:", StringComparison.Ordinal) || new Uri(address).Host == "127.0.0.1";

    // The browser itself reports a page that answers 400 or 404 as an error.
    private bool IsExpected(string message) => expectedStatus > 0 && message.Contains($"status of {expectedStatus}", StringComparison.Ordinal);

    private void Complain(bool isReason, string complaint)
    {
        if (isReason)
        {
            complaints.Enqueue(complaint);
        }
    }
}
