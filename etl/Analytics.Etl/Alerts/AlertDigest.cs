using Analytics.Warehouse.Control;

namespace Analytics.Etl.Alerts;

/// <summary>What one message tells: causes that appeared and causes that are gone.</summary>
/// <param name="Opened">Causes that the channel was not told of.</param>
/// <param name="Resolved">Causes that are gone.</param>
/// <param name="IsTest">True for a message that only tries the way.</param>
public sealed record AlertDigest(IReadOnlyList<AlertRow> Opened, IReadOnlyList<AlertRow> Resolved, bool IsTest = false)
{
    public static AlertDigest Test { get; } = new([], [], IsTest: true);
}
