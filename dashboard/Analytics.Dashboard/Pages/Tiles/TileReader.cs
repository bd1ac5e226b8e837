using Analytics.Dashboard.Pages.Caching;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Dashboard.Pages.Tiles;

/// <summary>
/// Reads the parts of a page one by one: when one cannot be read, the others stay, and in its place stands what was read last for the
/// same address and language, with its date.
/// </summary>
public sealed partial class TileReader(TimeProvider clock, ILogger<TileReader> logger) : IDisposable
{
    /// <summary>Tiles remembered; those not asked for longest go first.</summary>
    private const int Limit = 1_000;

    private readonly MemoryCache last = new(new MemoryCacheOptions { SizeLimit = Limit });

    /// <summary>A tile, whatever becomes of its reading. Nothing that depends on who reads may be in it.</summary>
    /// <param name="http">The page's request.</param>
    /// <param name="name">Name of the tile in its page.</param>
    /// <param name="read">Reads it.</param>
    public async Task<Tile<T>> ReadAsync<T>(HttpContext http, string name, Func<Task<T?>> read)
        where T : class
    {
        var key = (name, PageLanguage.Of(http).Code, $"{http.Request.Path}{http.Request.QueryString}");
        try
        {
            var content = await read();
            last.Set(key, (content, clock.GetUtcNow()), new MemoryCacheEntryOptions { Size = 1 });
            return new Tile<T>(content, null);
        }
        catch (Exception fault) when (WarehouseFault.Is(fault) && !http.RequestAborted.IsCancellationRequested)
        {
            TileUnread(logger, name, key.Item3, fault);
            // The next reader may have better luck.
            PageCache.KeepOut(http.Response);
            return last.TryGetValue(key, out (T? Content, DateTimeOffset At) kept)
                ? new Tile<T>(kept.Content, new TileFault(kept.At))
                : new Tile<T>(null, new TileFault(null));
        }
    }

    public void Dispose() => last.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The part {Tile} of {Page} cannot be read now.")]
    private static partial void TileUnread(ILogger logger, string tile, string page, Exception fault);
}
