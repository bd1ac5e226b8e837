using System.Data.Common;
using System.Net.Sockets;

namespace Analytics.Dashboard.Pages;

/// <summary>Tells what passes from what is wrong with the program.</summary>
public static class WarehouseFault
{
    /// <summary>True when the engine could not answer: it is starting again, out of reach, or has too much to do.</summary>
    public static bool Is(Exception exception) =>
        exception is HttpRequestException or SocketException or IOException or DbException or TimeoutException;
}
