using System.Net;
using System.Net.Sockets;

namespace Analytics.ChaosTests.Proxy;

/// <summary>One connection through the proxy.</summary>
internal sealed class ProxyLink(TcpProxy proxy, Socket client, int target) : IDisposable
{
    private readonly Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly TextSearch search = new();
    private long passed;
    private volatile bool swallowed;
    private volatile bool dropsReply;

    public async Task RunAsync()
    {
        try
        {
            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(PumpAsync(client, server, isRequest: true), PumpAsync(server, client, isRequest: false));
        }
        catch (Exception exception) when (IsEnd(exception))
        {
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>A mode begins: what was lost in the one before cannot be made good.</summary>
    public void Begin(ProxyMode mode)
    {
        Interlocked.Exchange(ref passed, 0);
        search.Begin(mode.Texts);
        if (swallowed)
        {
            Reset();
        }
    }

    public void Dispose() => Reset();

    /// <summary>Ends both sides with RST.</summary>
    public void Reset()
    {
        foreach (var socket in new[] { client, server })
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception exception) when (IsEnd(exception))
            {
            }

            socket.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isRequest)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                if (!await PassAsync(to, buffer.AsMemory(0, count), isRequest, proxy.Mode))
                {
                    return;
                }
            }

            // The end of one direction is passed on, whatever the mode: the other may still speak.
            if (!swallowed)
            {
                to.Shutdown(SocketShutdown.Send);
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
        }
    }

    // False ends the connection.
    private async Task<bool> PassAsync(Socket to, ReadOnlyMemory<byte> bytes, bool isRequest, ProxyMode mode)
    {
        if (dropsReply && !isRequest)
        {
            return false;
        }

        switch (mode.Kind)
        {
            case ProxyKind.BlackHole:
                swallowed = true;
                proxy.Hit();
                return true;
            case ProxyKind.ResetAfter when Interlocked.Add(ref passed, bytes.Length) > mode.Bytes:
                proxy.Hit();
                return false;
            case ProxyKind.Delay:
                proxy.Hit();
                await Task.Delay(mode.Pause);
                break;
            case ProxyKind.Throttle:
                proxy.Hit();
                await Task.Delay(TimeSpan.FromSeconds((double)bytes.Length / mode.Bytes));
                break;
            case ProxyKind.DropReply when isRequest && search.FindsIn(bytes.Span) >= 0:
                proxy.Hit();
                dropsReply = true;
                break;
            case ProxyKind.CutRequest when isRequest:
                return await PassUntilCutAsync(to, bytes, mode);
        }

        await SendAsync(to, bytes);
        return true;
    }

    private async Task<bool> PassUntilCutAsync(Socket to, ReadOnlyMemory<byte> bytes, ProxyMode mode)
    {
        var wasFound = search.IsFound;
        var from = search.FindsIn(bytes.Span);
        if (from < 0)
        {
            await SendAsync(to, bytes);
            return true;
        }

        var left = wasFound ? mode.Bytes - (int)Interlocked.Read(ref passed) : from + mode.Bytes;
        if (bytes.Length < left)
        {
            Interlocked.Add(ref passed, wasFound ? bytes.Length : bytes.Length - from);
            await SendAsync(to, bytes);
            return true;
        }

        proxy.Hit();
        await SendAsync(to, bytes[..Math.Max(0, left)]);
        await Task.Delay(TimeSpan.FromMilliseconds(20));
        return false;
    }

    private static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await to.SendAsync(bytes)..];
        }
    }

    private static bool IsEnd(Exception exception) => exception is SocketException or ObjectDisposedException or InvalidOperationException;
}
