using System.Text.Json;

namespace Analytics.Warehouse.Engine;

/// <summary>Where a running engine listens, as its owner wrote it down for other commands on the same data directory.</summary>
/// <param name="ProcessId">Process of the engine.</param>
/// <param name="Port">HTTP port on loopback.</param>
internal sealed record EngineAddress(int ProcessId, int Port)
{
    public static EngineAddress? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineAddress>(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string path) => PrivateFile.Write(path, JsonSerializer.Serialize(this));
}
