using System.Text;

namespace Analytics.ChaosTests.Proxy;

/// <summary>A way in which a proxy harms connections.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Bytes">Bytes until the reset or the cut, or bytes a second.</param>
/// <param name="Pause">How late each piece comes.</param>
/// <param name="Texts">Texts that a connection's requests must hold, one after the other.</param>
public sealed record ProxyMode(ProxyKind Kind, int Bytes = 0, TimeSpan Pause = default, IReadOnlyList<byte[]>? Texts = null)
{
    public static ProxyMode Pass { get; } = new(ProxyKind.Pass);

    public static ProxyMode Refuse { get; } = new(ProxyKind.Refuse);

    public static ProxyMode BlackHole { get; } = new(ProxyKind.BlackHole);

    public static ProxyMode ResetAfter(int bytes) => new(ProxyKind.ResetAfter, bytes);

    public static ProxyMode Delay(int milliseconds) => new(ProxyKind.Delay, Pause: TimeSpan.FromMilliseconds(milliseconds));

    public static ProxyMode Throttle(int bytesPerSecond) => new(ProxyKind.Throttle, bytesPerSecond);

    public static ProxyMode DropReplyOf(params string[] texts) => new(ProxyKind.DropReply, Texts: [.. texts.Select(Encoding.UTF8.GetBytes)]);

    public static ProxyMode CutAfter(int bytes, params string[] texts) => new(ProxyKind.CutRequest, bytes, Texts: [.. texts.Select(Encoding.UTF8.GetBytes)]);
}
