using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Analytics.Warehouse.Engine;

/// <summary>Passwords of the embedded engine's two users, random for each data directory, in a file that only its owner can read.</summary>
/// <param name="Loader">Password of <c>loader</c>, which migrates and loads.</param>
/// <param name="Dashboard">Password of <c>dashboard</c>, which only reads.</param>
internal sealed record EngineSecrets(string Loader, string Dashboard)
{
    public const string LoaderUser = "loader";
    public const string DashboardUser = "dashboard";

    /// <summary>Reads the file, or makes it on the first start.</summary>
    public static EngineSecrets ReadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return JsonSerializer.Deserialize<EngineSecrets>(File.ReadAllText(path))
                ?? throw new EngineException($"The engine's secrets file {path} is empty. Delete it and start again; the figures stay.");
        }

        var secrets = new EngineSecrets(Random(), Random());
        PrivateFile.Write(path, JsonSerializer.Serialize(secrets));
        return secrets;
    }

    /// <summary>Hexadecimal SHA-256, the form in which the users file holds a password.</summary>
    public static string Hash(string password) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
