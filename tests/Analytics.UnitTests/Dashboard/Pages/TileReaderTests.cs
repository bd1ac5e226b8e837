using Analytics.Dashboard.Pages.Tiles;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.UnitTests.Dashboard.Pages;

public sealed class TileReaderTests : IDisposable
{
    private readonly TileReader tiles = new(TimeProvider.System, NullLogger<TileReader>.Instance);

    public void Dispose() => tiles.Dispose();

    [Fact]
    public async Task A_part_that_is_read_is_shown_and_has_no_fault()
    {
        var tile = await tiles.ReadAsync(Request("/grants"), "map", () => Task.FromResult<string?>("content"));

        Assert.Equal(new Tile<string>("content", null), tile);
    }

    [Fact]
    public async Task In_the_place_of_a_part_that_cannot_be_read_stands_what_was_read_last_with_its_date()
    {
        var before = TimeProvider.System.GetUtcNow();
        await tiles.ReadAsync(Request("/grants"), "map", () => Task.FromResult<string?>("content"));

        var tile = await tiles.ReadAsync(Request("/grants"), "map", Broken);

        Assert.Equal("content", tile.Content);
        Assert.InRange(tile.Fault!.ReadAt!.Value, before, TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData("/spending", "map", "")]
    [InlineData("/grants", "own", "")]
    [InlineData("/grants", "map", "?language=kk")]
    public async Task What_was_read_for_another_page_part_or_language_does_not_stand_in(string path, string name, string query)
    {
        await tiles.ReadAsync(Request("/grants"), "map", () => Task.FromResult<string?>("content"));

        var tile = await tiles.ReadAsync(Request(path, query), name, Broken);

        Assert.Equal(new Tile<string>(null, new TileFault(null)), tile);
    }

    [Fact]
    public async Task A_page_with_a_part_that_could_not_be_read_is_not_kept_by_anybody()
    {
        var request = Request("/grants");
        request.Response.Headers.ETag = "W/\"1\"";

        await tiles.ReadAsync(request, "map", Broken);

        Assert.Equal("no-store", request.Response.Headers.CacheControl);
        Assert.Equal(0, request.Response.Headers.ETag.Count);
    }

    [Fact]
    public async Task What_is_wrong_with_the_program_is_not_passed_over() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => tiles.ReadAsync<string>(Request("/grants"), "map", () => throw new InvalidOperationException("wrong")));

    private static Task<string?> Broken() => throw new IOException("The engine is gone.");

    private static DefaultHttpContext Request(string path, string query = "")
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        return context;
    }
}
