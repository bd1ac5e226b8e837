using System.Security.Cryptography;
using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Privacy;

/// <summary>The secret behind the keys: from the file that ANALYTICS_SECRET_FILE names, else made at random in the data directory.</summary>
public static class PseudonymSecret
{
    /// <summary>Environment variable that names the file: 64 hexadecimal digits.</summary>
    public const string FileVariable = "ANALYTICS_SECRET_FILE";

    /// <exception cref="InvalidOperationException">The file holds no secret.</exception>
    public static byte[] ReadOrCreate(string dataDirectory)
    {
        var named = Environment.GetEnvironmentVariable(FileVariable);
        var path = named ?? Path.Combine(dataDirectory, "pseudonym.secret");
        if (named is null && !File.Exists(path))
        {
            Directory.CreateDirectory(dataDirectory);
            PrivateFile.Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        var text = File.Exists(path) ? File.ReadAllText(path).Trim() : "";
        return text.Length >= 64 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new InvalidOperationException($"The file {path} must hold the secret for the keys of people: at least 64 hexadecimal digits. Without the old one the keys, and so the counts over years, cannot be continued.");
    }
}
