using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Analytics.ChaosTests.Proxy;

/// <summary>The proxy before a server that answers every request with itself.</summary>
public sealed class TcpProxyTests : IAsyncDisposable
{
    private readonly TcpListener server = new(IPAddress.Loopback, 0);
    private readonly TcpProxy proxy;
    private readonly StringBuilder received = new();

    public TcpProxyTests()
    {
        server.Start();
        proxy = new TcpProxy(((IPEndPoint)server.LocalEndpoint).Port);
        _ = EchoAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await proxy.DisposeAsync();
        server.Dispose();
    }

    [Fact]
    public async Task It_passes_both_ways()
    {
        using var client = await ConnectAsync();
        Assert.Equal("hello", await AskAsync(client, "hello"));
    }

    [Fact]
    public async Task It_refuses_and_listens_again()
    {
        using var before = await ConnectAsync();
        proxy.Mode = ProxyMode.Refuse;
        Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAsync<SocketException>(ConnectAsync)).SocketErrorCode);
        Assert.Equal("reset", await AskAsync(before, "hello"));
        proxy.Mode = ProxyMode.Pass;
        using var after = await ConnectAsync();
        Assert.Equal("hello", await AskAsync(after, "hello"));
    }

    [Fact]
    public async Task It_resets_what_is_open_now()
    {
        using var client = await ConnectAsync();
        Assert.Equal("hello", await AskAsync(client, "hello"));
        proxy.ResetNow();
        Assert.Equal("reset", await AskAsync(client, "hello"));
    }

    [Fact]
    public async Task It_resets_after_a_number_of_bytes()
    {
        using var client = await ConnectAsync();
        proxy.Mode = ProxyMode.ResetAfter(25);
        Assert.Equal(("1234567890", "reset"), (await AskAsync(client, "1234567890"), await AskAsync(client, "1234567890")));
    }

    [Fact]
    public async Task A_black_hole_takes_all_and_gives_nothing_and_what_it_took_is_lost()
    {
        using var client = await ConnectAsync();
        Assert.Equal("hello", await AskAsync(client, "hello"));
        proxy.Mode = ProxyMode.BlackHole;
        Assert.Equal("silence", await AskAsync(client, "hello"));
        using var another = await ConnectAsync();
        Assert.Equal("silence", await AskAsync(another, "hello"));
        proxy.Mode = ProxyMode.Pass;
        Assert.Equal("reset", await AskAsync(client, "hello"));
    }

    [Fact]
    public async Task It_delays_and_throttles()
    {
        using var client = await ConnectAsync();
        proxy.Mode = ProxyMode.Delay(100);
        var clock = Stopwatch.StartNew();
        Assert.Equal("hello", await AskAsync(client, "hello"));
        Assert.True(clock.ElapsedMilliseconds >= 190, $"{clock.ElapsedMilliseconds} ms");
        proxy.Mode = ProxyMode.Throttle(50);
        clock.Restart();
        Assert.Equal("hello", await AskAsync(client, "hello"));
        Assert.True(clock.ElapsedMilliseconds >= 190, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task It_lets_a_request_through_and_loses_its_reply()
    {
        using var client = await ConnectAsync();
        proxy.Mode = ProxyMode.DropReplyOf("UPDATE", "COMMIT");
        Assert.Equal(("COMMIT", "UPDATE", "reset"), (await AskAsync(client, "COMMIT"), await AskAsync(client, "UPDATE"), await AskAsync(client, "COMMIT")));
        Assert.Equal(("COMMITUPDATECOMMIT", 1), (received.ToString(), proxy.Hits));
    }

    [Fact]
    public async Task It_cuts_a_request_a_number_of_bytes_after_a_text()
    {
        using var client = await ConnectAsync();
        proxy.Mode = ProxyMode.CutAfter(4, "INSERT ");
        Assert.Equal(("INSERT 0123", "reset"), (await AskAsync(client, "INSERT 0123456789"), await AskAsync(client, "more")));
        Assert.Equal("INSERT 0123", received.ToString());
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, proxy.Port);
        return socket;
    }

    private static async Task<string> AskAsync(Socket client, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await client.SendAsync(Encoding.ASCII.GetBytes(text), patience.Token);
            var answer = new byte[100];
            return await client.ReceiveAsync(answer, patience.Token) is var count and > 0 ? Encoding.ASCII.GetString(answer, 0, count) : "reset";
        }
        catch (SocketException)
        {
            return "reset";
        }
        catch (OperationCanceledException)
        {
            return "silence";
        }
    }

    private async Task EchoAsync()
    {
        while (true)
        {
            _ = EchoAsync(await server.AcceptSocketAsync());
        }
    }

    private async Task EchoAsync(Socket client)
    {
        var buffer = new byte[100];
        while (await client.ReceiveAsync(buffer) is var count and > 0)
        {
            received.Append(Encoding.ASCII.GetString(buffer, 0, count));
            await client.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
