using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Analytics.IntegrationTests.Servers;

/// <summary>A real HTTP listener that takes what is posted to /take and sends elsewhere what is posted to /moved.</summary>
public sealed class WebhookServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebhookServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Body, string Signature)> Taken { get; } = new();

    public string Address => app.Urls.First();

    public static async Task<WebhookServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new WebhookServer(builder.Build());
        server.app.MapPost("/take", server.TakeAsync);
        server.app.MapPost("/moved", () => Results.Redirect("/take", preserveMethod: true));
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Taken.Enqueue((await reader.ReadToEndAsync(), request.Headers["X-Analytics-Signature"].ToString()));
        return Results.Ok();
    }
}
