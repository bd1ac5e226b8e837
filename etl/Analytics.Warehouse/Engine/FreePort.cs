using System.Net;
using System.Net.Sockets;

namespace Analytics.Warehouse.Engine;

/// <summary>Free TCP ports on loopback.</summary>
public static class FreePort
{
    /// <summary>The wished port when it is free, else one that the system chooses.</summary>
    public static int Choose(int wished) => wished != 0 && IsFree(wished) ? wished : Listen(0);

    private static bool IsFree(int port)
    {
        try
        {
            return Listen(port) == port;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Listen(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
