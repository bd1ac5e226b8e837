namespace Analytics.ChaosTests.Proxy;

/// <summary>What the proxy does with what passes through it.</summary>
public enum ProxyKind
{
    Pass = 1,

    /// <summary>Nobody listens; open connections are reset.</summary>
    Refuse = 2,

    /// <summary>Connections are reset after a number of bytes in either direction.</summary>
    ResetAfter = 3,

    /// <summary>Connections are taken and nothing ever comes back.</summary>
    BlackHole = 4,

    /// <summary>Every piece comes late.</summary>
    Delay = 5,

    /// <summary>A number of bytes a second.</summary>
    Throttle = 6,

    /// <summary>A request that holds certain texts goes through; its answer is lost with the connection.</summary>
    DropReply = 7,

    /// <summary>A request that holds certain texts is cut a number of bytes after them.</summary>
    CutRequest = 8,
}
