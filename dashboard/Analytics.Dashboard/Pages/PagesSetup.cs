using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Dashboard.Pages.Caching;
using Analytics.Dashboard.Pages.Loads;
using Analytics.Dashboard.Pages.Maps.Layers;
using Analytics.Dashboard.Pages.Tiles;
using Analytics.Dashboard.Security;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Analytics.Dashboard.Pages;

/// <summary>The web pages: static files, compression, Razor Pages and friendly answers to errors.</summary>
public static class PagesSetup
{
    /// <summary>Paths that answer machines or other applications; errors there are not pages.</summary>
    private static readonly PathString[] NotPages = ["/api", "/reports", "/charts", "/health", "/metrics", "/openapi", "/jobs"];

    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddRazorPages();
        services.AddSingleton<AttentionReader>();
        services.AddSingleton<DataOperations>();
        services.AddSingleton(_ => MapLayers.Read(configuration, dataDirectory));
        services.AddSingleton<RowAccess>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<LoadStamp>();
        services.AddSingleton<TileReader>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        // A wrong layer is told at the start, not by the first reader.
        app.Services.GetRequiredService<MapLayers>().Tell(app.Services.GetRequiredService<ILogger<MapLayers>>());
        app.Use(app.Services.GetRequiredService<PageCache>().KeepAsync);
        app.UseResponseCompression();
        app.UseWhen(context => IsPage(context.Request.Path), pages => pages.UseExceptionHandler(failed => failed.Run(ProblemView.WriteBrokenAsync)));
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => SetCache(file.Context) });
        app.MapRazorPages();
        app.MapFallbackToPage("/NotFound");
        return app;
    }

    public static bool IsPage(PathString path) => !Array.Exists(NotPages, prefix => path.StartsWithSegments(prefix));

    /// <summary>An address with the file's version in it never changes; the fonts and others are asked about again after a day.</summary>
    private static void SetCache(HttpContext context) => context.Response.Headers.CacheControl =
        context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=86400";
}
