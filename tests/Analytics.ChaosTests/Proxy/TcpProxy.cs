using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Analytics.ChaosTests.Proxy;

/// <summary>A loopback proxy that can be told, at any moment, how to harm what passes through it.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly int target;
    private readonly Lock listening = new();
    private readonly ConcurrentDictionary<ProxyLink, byte> links = new();
    private readonly CancellationTokenSource stopping = new();
    private TcpListener? listener;
    private volatile ProxyMode mode = ProxyMode.Pass;
    private int hits;

    public TcpProxy(int target)
    {
        this.target = target;
        Listen(0);
    }

    public int Port { get; private set; }

    /// <summary>Connections that were harmed since the mode was set.</summary>
    public int Hits => Volatile.Read(ref hits);

    public ProxyMode Mode
    {
        get => mode;
        set
        {
            mode = value;
            Volatile.Write(ref hits, 0);
            foreach (var link in links.Keys)
            {
                // What a black hole has swallowed cannot be made good.
                link.Begin(value);
            }

            lock (listening)
            {
                if (value.Kind == ProxyKind.Refuse)
                {
                    listener?.Stop();
                    listener = null;
                }
                else if (listener is null)
                {
                    Listen(Port);
                }
            }

            if (value.Kind == ProxyKind.Refuse)
            {
                ResetNow();
            }
        }
    }

    /// <summary>Resets all open connections.</summary>
    public void ResetNow()
    {
        foreach (var link in links.Keys)
        {
            Hit();
            link.Reset();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        lock (listening)
        {
            listener?.Stop();
        }

        foreach (var link in links.Keys)
        {
            link.Reset();
        }

        stopping.Dispose();
    }

    internal void Hit() => Interlocked.Increment(ref hits);

    private void Listen(int port)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start(256);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptSocketAsync(stopping.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException or InvalidOperationException)
        {
            // Told to stop listening.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var link = new ProxyLink(this, client, target);
        links.TryAdd(link, 0);

        // Whoever sets a mode meanwhile tells it to the links that he finds.
        ProxyMode begun;
        do
        {
            begun = mode;
            link.Begin(begun);
        }
        while (begun != mode);

        try
        {
            await link.RunAsync();
        }
        finally
        {
            links.TryRemove(link, out _);
        }
    }
}
